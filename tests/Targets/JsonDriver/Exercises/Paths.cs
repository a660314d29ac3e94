using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace JsonDriver.Exercises;

/// <summary>JsonPath.</summary>
internal static class Paths
{
    private static readonly string[] s_paths =
    [
        "$.store.books[*].title", "$..price", "store.books[0,1].title", "$.store.books[-1:]", "$.store.books[:1]", "$.store.books[::2]",
        "$.store.books[?(@.price < 10)].title", "$.store.books[?(@.price >= 10 && @.title != 'B')]", "$..books[?(@.tags)]", "$..*",
        "$.store.books[?(@.title =~ /^a/i)].price", "$['store']['books'][1]['title']", "$.store.books[?(@.title == 'A' || @.title === 'C')].title",
        "$.missing", "$.store.books[9]", "$.store[", "$..[?(@ == ", "$.store.books[*].tags[?(@ == 'x')]", "", "$.store.books[?($.store.open == true)].title",
    ];

    public static void Run(Transcript transcript)
    {
        var tree = JObject.Parse("""
            {"store":{"books":[{"title":"A","price":8.95,"tags":["x","y"]},{"title":"B","price":22},{"title":"C","price":12}],"open":true}}
            """);
        foreach (string path in s_paths)
        {
            transcript.Try($"path {path}", () => string.Join(" ; ", tree.SelectTokens(path).Select(token => token.ToString(Formatting.None))));
            transcript.Try($"strict {path}", () => tree.SelectToken(path, errorWhenNoMatch: true)?.ToString(Formatting.None));
        }
    }
}
