using System.Numerics;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;

namespace JsonDriver.Exercises;

/// <summary>Converters, the library's and one of our own.</summary>
internal static class Converters
{
    public static void Run(Transcript transcript)
    {
        RoundTrip(transcript, Colours.Green | Colours.Blue, new StringEnumConverter());
        RoundTrip(transcript, new DateTime(2021, 5, 6, 7, 8, 9, DateTimeKind.Utc), new IsoDateTimeConverter { DateTimeFormat = "yyyy/MM/dd HH:mm" });
        RoundTrip(transcript, new DateTime(2021, 5, 6, 7, 8, 9, DateTimeKind.Utc), new JavaScriptDateTimeConverter());
        RoundTrip(transcript, new DateTime(2021, 5, 6, 7, 8, 9, DateTimeKind.Utc), new UnixDateTimeConverter());
        RoundTrip(transcript, new Version(4, 5), new VersionConverter());
        RoundTrip(transcript, new Regex("a+b?", RegexOptions.IgnoreCase), new RegexConverter());
        RoundTrip(transcript, new KeyValuePair<int, string>(1, "one"), new KeyValuePairConverter());
        RoundTrip(transcript, new Point(3, 4), new PointConverter());
        RoundTrip(transcript, new[] { new Point(3, 4), new Point(5, 6) }, new PointConverter());
        RoundTrip(transcript, BigInteger.Pow(7, 60));
        RoundTrip(transcript, new Complex(1, -1));
        RoundTrip(transcript, new DateOnly(2020, 2, 29));
        RoundTrip(transcript, new TimeOnly(23, 59, 58));
        transcript.Try("custom creation", () => JsonConvert.DeserializeObject<Animal>("""{"Name":"Rex","Bones":4}""", new DogCreation())!.Sound);
        transcript.Try("xml", () => JsonConvert.DeserializeXmlNode("""{"root":{"@id":"1","item":["a","b"],"#text":"t"}}""")!.OuterXml);
        transcript.Try("xml to json", () =>
        {
            var document = new System.Xml.XmlDocument();
            document.LoadXml("<r xmlns:j='urn:j' j:a='1'><i>1</i><i>2</i><e/><!-- c --><![CDATA[x<y]]></r>");
            return JsonConvert.SerializeXmlNode(document, Formatting.Indented);
        });
        transcript.Try("xnode", () => JsonConvert.SerializeXNode(System.Xml.Linq.XDocument.Parse("<a b='c'><d>1</d><d>2</d></a>")));
        transcript.Try("xnode back", () => JsonConvert.DeserializeXNode("""{"a":{"@b":"c","d":[1,2,{"e":null}]}}""")!.ToString());
    }

    private static void RoundTrip<T>(Transcript transcript, T value, params JsonConverter[] converters)
    {
        string name = $"{typeof(T).Name.Split('`')[0]} by {(converters.Length > 0 ? converters[0].GetType().Name : "default")}";
        string json = "";
        transcript.Try(name, () => json = JsonConvert.SerializeObject(value, converters));
        transcript.Try($"{name} back", () => JsonConvert.DeserializeObject<T>(json, converters)?.ToString());
    }

    private sealed class PointConverter : JsonConverter<Point>
    {
        public override Point? ReadJson(JsonReader reader, Type objectType, Point? existingValue, bool hasExistingValue, JsonSerializer serializer)
        {
            var array = JArray.Load(reader);
            return new Point((double)array[0], (double)array[1]);
        }

        public override void WriteJson(JsonWriter writer, Point? value, JsonSerializer serializer)
        {
            writer.WriteStartArray();
            writer.WriteValue(value!.X);
            serializer.Serialize(writer, value.Y);
            writer.WriteEndArray();
        }
    }

    private sealed class DogCreation : CustomCreationConverter<Animal>
    {
        public override Animal Create(Type objectType) => new Dog();
    }
}
