using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace JsonDriver.Exercises;

/// <summary>What is wrong, and how it is said.</summary>
internal static class Errors
{
    private static readonly string[] s_broken =
    [
        "", "{", "[", "{\"a\"}", "{\"a\":}", "[1,,2]", "[1 2]", "{\"a\":1,}", "\"open", "\"\\x\"", "\"\\u12\"", "tru", "nul", "01a", "1e", "--1", "}", "]",
        "{\"a\":1}}", "/* open", "new Date(", "{'a':[1,{'b':}]}", "\u0001", "[1e999]", "{\"a\":\"b\" \"c\":1}",
    ];

    public static void Run(Transcript transcript)
    {
        foreach (string json in s_broken)
        {
            transcript.Try("parse", () => JToken.Parse(json).ToString(Formatting.None));
            transcript.Try("object", () => JsonConvert.SerializeObject(JsonConvert.DeserializeObject<Dictionary<string, int>>(json)));
        }

        transcript.Try("missing", () => JsonConvert.DeserializeObject<OptedIn>("{}"));
        transcript.Try("member", () => JsonConvert.DeserializeObject<Point>("""{"X":1,"Q":2}""", new JsonSerializerSettings { MissingMemberHandling = MissingMemberHandling.Error }));
        transcript.Try("enum", () => JsonConvert.DeserializeObject<Colours>("\"mauve\""));
        transcript.Try("overflow", () => JsonConvert.DeserializeObject<byte>("256"));
        transcript.Try("guid", () => JsonConvert.DeserializeObject<Guid>("\"no\""));
        transcript.Try("type", () => JsonConvert.DeserializeObject<int[]>("""{"a":1}"""));
        transcript.Try("abstract", () => JsonConvert.DeserializeObject<Stream>("{}"));
        transcript.Try("loop", () =>
        {
            var dog = new Dog { Name = "Rex" };
            dog.Friend = dog;
            return JsonConvert.SerializeObject(dog);
        });
        transcript.Try("depth", () => JsonConvert.DeserializeObject<object>(new string('[', 70) + new string(']', 70)));
        transcript.Try("handled", () =>
        {
            var messages = new List<string>();
            var settings = new JsonSerializerSettings();
            settings.Error += (_, error) =>
            {
                messages.Add($"{error.ErrorContext.Path} {error.ErrorContext.Error.Message}");
                error.ErrorContext.Handled = true;
            };
            int count = JsonConvert.DeserializeObject<List<DateTime>>("""["2020-01-01T00:00:00Z","bad",[1],{"a":1},null,"2021-01-01T00:00:00Z"]""", settings)!.Count;
            return $"{count} {string.Join('|', messages)}";
        });
        transcript.Try("thrown by a property", () => JsonConvert.SerializeObject(new Throwing()));
        transcript.Try("binder", () => JsonConvert.DeserializeObject<object>("""{"$type":"No.Such.Type, Nowhere"}""", new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All, SerializationBinder = new DefaultSerializationBinder() }));
    }

    private sealed class Throwing
    {
        public int Fine => 1;

        public int Bad => throw new InvalidOperationException($"not {Fine + 1}");
    }
}
