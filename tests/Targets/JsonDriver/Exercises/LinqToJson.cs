using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace JsonDriver.Exercises;

/// <summary>Trees of tokens: made, changed, compared, converted, queried.</summary>
internal static class LinqToJson
{
    public static void Run(Transcript transcript)
    {
        var tree = JObject.Parse("""
            { "store": { "books": [ { "title": "A", "price": 8.95, "tags": ["x","y"] }, { "title": "B", "price": 22 } ], "open": true, "since": "2001-02-03T04:05:06Z", "none": null } } // comment
            """, new JsonLoadSettings { CommentHandling = CommentHandling.Load, LineInfoHandling = LineInfoHandling.Load, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Replace });
        transcript.Add("tree", tree.ToString(Formatting.Indented));
        transcript.Add("titles", string.Join(',', tree["store"]!["books"]!.Select(book => (string?)book["title"])));
        transcript.Add("sum", tree.Descendants().OfType<JValue>().Where(value => value.Type is JTokenType.Float or JTokenType.Integer).Sum(value => (double)value));
        transcript.Add("paths", string.Join(' ', tree.DescendantsAndSelf().Select(token => token.Path)));
        var copy = (JObject)tree.DeepClone();
        transcript.Add("equal", JToken.DeepEquals(tree, copy));
        var store = (JObject)copy["store"]!;
        store.Property("open")!.Remove();
        store.Add("new", JToken.FromObject(new Everything()));
        store["books"]!.First!.AddAfterSelf(new JObject { ["title"] = "C" });
        store["books"]![0]!["title"]!.Replace(new JRaw("[raw]"));
        ((JArray)store["books"]!).Insert(0, JValue.CreateComment("c"));
        ((JArray)store["books"]!).RemoveAt(1);
        transcript.Add("changed", copy.ToString(Formatting.None));
        transcript.Add("unequal", JToken.DeepEquals(tree, copy));
        foreach (var handling in Enum.GetValues<MergeArrayHandling>())
        {
            var merged = (JObject)tree.DeepClone();
            merged.Merge(JObject.Parse("""{"store":{"books":[{"title":"Z"},5],"open":null}}"""), new JsonMergeSettings { MergeArrayHandling = handling, MergeNullValueHandling = MergeNullValueHandling.Merge });
            transcript.Add($"merged {handling}", merged.ToString(Formatting.None));
        }

        Values(transcript);
        Dynamics(transcript);
        transcript.Try("to object", () => tree["store"]!["books"]!.ToObject<List<Dictionary<string, object>>>()!.Count);
        transcript.Try("linq", () => new JArray(from book in tree["store"]!["books"]! orderby (double)book["price"]! descending select new JObject(new JProperty("t", book["title"]))).ToString(Formatting.None));
        transcript.Try("annotations", () =>
        {
            tree.AddAnnotation("note");
            return $"{tree.Annotation<string>()} {((IJsonLineInfo)tree["store"]!).LineNumber}";
        });
    }

    private static void Values(Transcript transcript)
    {
        JToken[] values = [new JValue(1), new JValue(2.5), new JValue(3m), new JValue("4"), new JValue(true), JValue.CreateNull(), JValue.CreateUndefined(), new JValue(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)), new JValue(Guid.Empty), new JValue(TimeSpan.FromSeconds(1)), new JValue(new Uri("http://a/")), new JValue(new byte[] { 1, 2 }), new JConstructor("Date", 1, 2)];
        foreach (var value in values)
        {
            transcript.Try($"{value.Type} int", () => (int?)value);
            transcript.Try($"{value.Type} text", () => (string?)value);
            transcript.Try($"{value.Type} decimal", () => (decimal?)value);
            transcript.Try($"{value.Type} date", () => (DateTime?)value);
            transcript.Try($"{value.Type} bool", () => (bool?)value);
            transcript.Try($"{value.Type} json", () => value.ToString(Formatting.None));
            transcript.Try($"{value.Type} compared", () => string.Join(',', values.OfType<JValue>().Select(other => Compare(value as JValue, other))));
        }
    }

    private static string Compare(JValue? left, JValue right)
    {
        try
        {
            return left is null ? "-" : Math.Sign(left.CompareTo(right)).ToString();
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            return exception.GetType().Name;
        }
    }

    private static void Dynamics(Transcript transcript)
    {
        dynamic tree = JObject.Parse("""{"a":{"b":[1,2,3]},"n":5}""");
        transcript.Try("dynamic", () => (string)(tree.a.b[1] + tree.n).ToString());
        tree.added = new JArray(1, 2);
        tree.n += 10;
        transcript.Add("dynamic changed", ((JObject)tree).ToString(Formatting.None));
    }
}
