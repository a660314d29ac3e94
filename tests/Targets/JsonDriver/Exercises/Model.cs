using System.Runtime.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace JsonDriver.Exercises;

[Flags]
internal enum Colours
{
    None = 0,
    Red = 1,
    [EnumMember(Value = "verde")]
    Green = 2,
    Blue = 4,
}

internal sealed record Point(double X, double Y);

internal readonly record struct Span2(int From, int To);

internal class Animal
{
    public string? Name { get; set; }

    public Animal? Friend { get; set; }

    public virtual string Sound => "…";
}

internal sealed class Dog : Animal
{
    public override string Sound => "woof";

    public int Bones { get; set; }

    public bool ShouldSerializeBones() => Bones > 0;
}

internal sealed class Everything
{
    public bool Flag { get; set; } = true;

    public byte Byte { get; set; } = 255;

    public sbyte SByte { get; set; } = -1;

    public short Short { get; set; } = short.MinValue;

    public ushort UShort { get; set; } = ushort.MaxValue;

    public uint UInt { get; set; } = uint.MaxValue;

    public long Long { get; set; } = long.MinValue;

    public ulong ULong { get; set; } = ulong.MaxValue;

    public float Float { get; set; } = 1.25f;

    public double Double { get; set; } = double.Epsilon;

    public decimal Decimal { get; set; } = 79228162514264337593543950335m;

    public char Char { get; set; } = 'é';

    public string Text { get; set; } = "quote \" slash \\ line \n \u2028 <&'>";

    public int? Nothing { get; set; }

    public int? Something { get; set; } = 7;

    public DateTime Time { get; set; } = new(2024, 2, 29, 12, 30, 15, 250, DateTimeKind.Utc);

    public DateTimeOffset Offset { get; set; } = new(2024, 2, 29, 12, 30, 15, TimeSpan.FromHours(-3));

    public TimeSpan Span { get; set; } = new(1, 2, 3, 4, 5);

    public Guid Id { get; set; } = new("3f2504e0-4f89-11d3-9a0c-0305e82c3301");

    public Uri Link { get; set; } = new("https://example.org/a?b=c#d");

    public Version Version { get; set; } = new(1, 2, 3, 4);

    public Colours Colours { get; set; } = Colours.Red | Colours.Green;

    public byte[] Bytes { get; set; } = [0, 1, 2, 250, 251];

    public int[] Numbers { get; set; } = [3, 1, 2];

    public int[,] Grid { get; set; } = { { 1, 2 }, { 3, 4 } };

    public int[][] Jagged { get; set; } = [[1], [2, 3], []];

    public List<Point> Points { get; set; } = [new(1, 2), new(-0.5, 1e300)];

    public Dictionary<string, Span2> Map { get; set; } = new() { ["a"] = new(1, 2), ["b c"] = new(3, 4) };

    public SortedDictionary<int, string?> Sorted { get; set; } = new() { [2] = "two", [1] = null };

    public HashSet<string> Set { get; set; } = ["x", "y"];

    public (int, string) Pair { get; set; } = (1, "one");

    public KeyValuePair<string, int> Entry { get; set; } = new("k", 1);

    public object Boxed { get; set; } = 12;

    public Lazy<int>? Ignored => null;

    public JObject Raw { get; set; } = new(new JProperty("deep", new JArray(1, "two", null!)));
}

[JsonObject(MemberSerialization.OptIn, NamingStrategyType = typeof(SnakeCaseNamingStrategy))]
internal sealed class OptedIn
{
    [JsonProperty(Order = 2, Required = Required.Always)]
    public string FirstName { get; set; } = "Ada";

    [JsonProperty("renamed", Order = 1, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public int Number { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string? Absent { get; set; }

    [JsonProperty, JsonConverter(typeof(StringEnumConverter), true)]
    public Colours Colour { get; set; } = Colours.Blue;

    [JsonExtensionData]
    public IDictionary<string, JToken>? Rest { get; set; }

    public string Hidden { get; set; } = "hidden";

    [OnSerializing]
    internal void OnSerializing(StreamingContext context) => Number++;

    [OnDeserialized]
    internal void OnDeserialized(StreamingContext context) => Hidden = "deserialized";
}

[DataContract]
internal sealed class Contract
{
    [DataMember(Name = "one", Order = 1)]
    public int First { get; set; } = 1;

    [IgnoreDataMember]
    public int Second { get; set; } = 2;

    [DataMember(EmitDefaultValue = false)]
    public int Third { get; set; }
}

internal sealed class Constructed
{
    [JsonConstructor]
    public Constructed(string name, int age, Point? at = null) => (Name, Age, At) = (name, age, at);

    public string Name { get; }

    public int Age { get; }

    public Point? At { get; }
}
