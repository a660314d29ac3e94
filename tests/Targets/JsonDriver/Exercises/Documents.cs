using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
#pragma warning disable CS0618 // Schemas live in another package by now, and still here.
using Newtonsoft.Json.Schema;

namespace JsonDriver.Exercises;

/// <summary>Schemas, and documents that are made at random, the same every time.</summary>
internal static class Documents
{
    public static void Run(Transcript transcript)
    {
        var schema = JsonSchema.Parse("""{"type":"object","properties":{"name":{"type":"string","minLength":2,"required":true},"n":{"type":["integer","null"],"maximum":9},"l":{"type":"array","items":{"type":"number"},"uniqueItems":true}},"additionalProperties":false}""");
        foreach (string json in new[] { """{"name":"ok","n":3,"l":[1,2]}""", """{"name":"x","n":30,"l":[1,1],"z":1}""", "[]" })
        {
            transcript.Try("valid", () =>
            {
                bool valid = JToken.Parse(json).IsValid(schema, out IList<string> problems);
                return $"{valid} {string.Join('|', problems)}";
            });
        }

        transcript.Try("schema", () => schema.ToString());
        transcript.Try("generated", () => new JsonSchemaGenerator { UndefinedSchemaIdHandling = UndefinedSchemaIdHandling.UseTypeName }.Generate(typeof(Constructed)).ToString());

        uint seed = 1;
        for (int i = 0; i < 20; i++)
        {
            var document = Make(ref seed, 5);
            string text = document.ToString(i % 2 == 0 ? Formatting.None : Formatting.Indented);
            transcript.Add("random", $"{text.Length} {JToken.DeepEquals(document, JToken.Parse(text))} {new JTokenEqualityComparer().GetHashCode(document) == new JTokenEqualityComparer().GetHashCode(JToken.Parse(text))}");
        }
    }

    private static JToken Make(ref uint seed, int depth)
    {
        seed = (seed * 1664525) + 1013904223;
        int count = (int)(seed >> 28);
        switch (depth == 0 ? 2 + (seed >> 16) % 4 : (seed >> 16) % 6)
        {
            case 0:
                var made = new JObject();
                for (int i = 0; i < count; i++)
                    made[$"p{i}"] = Make(ref seed, depth - 1);
                return made;
            case 1:
                var array = new JArray();
                for (int i = 0; i < count; i++)
                    array.Add(Make(ref seed, depth - 1));
                return array;
            case 2:
                return new JValue((long)seed);
            case 3:
                return new JValue(seed / 7.0);
            case 4:
                return new JValue(new string((char)('a' + (seed >> 8) % 26), count));
            default:
                return (seed & 256) == 0 ? new JValue(true) : JValue.CreateNull();
        }
    }
}
