using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
#pragma warning disable CS0618 // Bson lives in another package by now, and still here.
using Newtonsoft.Json.Bson;

namespace JsonDriver.Exercises;

/// <summary>Readers and writers by themselves, synchronous and not.</summary>
internal static class Streams
{
    private const string Document = """
        // first
        {"a":[1,2.5,"three",null,true,undefined,NaN,-Infinity,new Date(12),0x1F,017,1e5],'b':{unquoted:"\u00e9\uD83D\uDE00"},/* c */"big":123456789012345678901234567890,"d":"\/Date(1000)\/"}
        """;

    public static void Run(Transcript transcript)
    {
        transcript.Try("tokens", () => Read(new JsonTextReader(new StringReader(Document))));
        transcript.Try("tokens async", () => ReadAsync(new JsonTextReader(new StringReader(Document))).GetAwaiter().GetResult());
        transcript.Try("many", () => Read(new JsonTextReader(new StringReader("1 2 [3]{\"x\":4}")) { SupportMultipleContent = true }));
        transcript.Try("written", () => Write().GetAwaiter().GetResult());
        transcript.Try("bson", Bson);
        transcript.Try("loaded async", () => JToken.LoadAsync(new JsonTextReader(new StringReader("""{"x":[1,{"y":[]}]}"""))).GetAwaiter().GetResult().ToString(Formatting.None));
        transcript.Try("schema-free validation", () => Read(new JTokenReader(JToken.Parse("""{"p":[{"q":1}]}"""))));
        transcript.Try("long", () => JToken.Parse($"[{string.Join(',', Enumerable.Range(0, 3000).Select(i => $"\"{new string('x', i % 50)}{i}\""))}]").ToString(Formatting.None).Length);
        transcript.Try("typed reads", Typed);
    }

    private static string Read(JsonReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read())
            text.Append(reader.TokenType).Append('=').Append(reader.Value).Append('@').Append(reader.Path).Append(' ');
        return text.ToString();
    }

    private static async Task<string> ReadAsync(JsonTextReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadAsync())
            text.Append(reader.TokenType).Append('=').Append(reader.Value).Append(':').Append(reader.LinePosition).Append(' ');
        return text.ToString();
    }

    private static string Typed()
    {
        var reader = new JsonTextReader(new StringReader("""[1,"2",2.5,"2020-01-01T00:00:00Z","AQI=",true,3]"""));
        reader.Read();
        return $"{reader.ReadAsInt32()} {reader.ReadAsString()} {reader.ReadAsDecimal()} {reader.ReadAsDateTimeOffset():O} {reader.ReadAsBytes()?.Length} {reader.ReadAsBoolean()} {reader.ReadAsDouble()}";
    }

    private static async Task<string> Write()
    {
        var text = new StringWriter();
        await using var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented, QuoteChar = '\'', QuoteName = false, Indentation = 1, IndentChar = '\t' };
        await writer.WriteStartObjectAsync();
        await writer.WritePropertyNameAsync("x");
        await writer.WriteValueAsync(1.5);
        writer.WritePropertyName("list");
        writer.WriteStartArray();
        writer.WriteValue(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        writer.WriteValue("it's");
        writer.WriteComment("c");
        writer.WriteRawValue("{ raw: 1 }");
        writer.WriteNull();
        writer.WriteUndefined();
        writer.WriteValue((object)12m);
        await writer.WriteValueAsync(new byte[] { 1, 2, 3 });
        writer.WriteEnd();
        writer.WriteStartConstructor("Date");
        return text.ToString();
    }

    private static string Bson()
    {
        using var stream = new MemoryStream();
        using (var writer = new BsonWriter(stream) { CloseOutput = false })
            new JsonSerializer().Serialize(writer, new Everything { Raw = [], ULong = 1 });
        stream.Position = 0;
        using var reader = new BsonReader(stream);
        return $"{stream.Length} {new JsonSerializer().Deserialize<Everything>(reader)!.Text}";
    }
}
