using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace JsonDriver.Exercises;

/// <summary>The same objects under many settings.</summary>
internal static class Settings
{
    public static void Run(Transcript transcript)
    {
        var graph = new Dog { Name = "Rex", Friend = new Dog { Name = "Max", Bones = 3 } };
        foreach (var handling in Enum.GetValues<TypeNameHandling>())
            RoundTrip(transcript, $"types {handling}", graph, new JsonSerializerSettings { TypeNameHandling = handling });
        graph.Friend.Friend = graph;
        RoundTrip(transcript, "references", graph, new JsonSerializerSettings { PreserveReferencesHandling = PreserveReferencesHandling.All, TypeNameHandling = TypeNameHandling.Auto });
        RoundTrip(transcript, "loop ignored", graph, new JsonSerializerSettings { ReferenceLoopHandling = ReferenceLoopHandling.Ignore });
        graph.Friend.Friend = null;

        foreach (var format in Enum.GetValues<DateFormatHandling>())
        {
            foreach (var zone in new[] { DateTimeZoneHandling.Utc, DateTimeZoneHandling.Unspecified, DateTimeZoneHandling.RoundtripKind })
                RoundTrip(transcript, $"date {format} {zone}", new DateTime(2020, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc), new JsonSerializerSettings { DateFormatHandling = format, DateTimeZoneHandling = zone });
        }

        foreach (var floats in Enum.GetValues<FloatFormatHandling>())
            RoundTrip(transcript, $"floats {floats}", new[] { double.NaN, double.PositiveInfinity, 0.1, 1e20 }, new JsonSerializerSettings { FloatFormatHandling = floats });
        foreach (var escape in Enum.GetValues<StringEscapeHandling>())
            RoundTrip(transcript, $"escape {escape}", "<é\u0001&>'\"", new JsonSerializerSettings { StringEscapeHandling = escape });
        foreach (var naming in new NamingStrategy[] { new CamelCaseNamingStrategy(true, true), new SnakeCaseNamingStrategy(true, false), new KebabCaseNamingStrategy(), new DefaultNamingStrategy() })
            RoundTrip(transcript, naming.GetType().Name, new Everything(), new JsonSerializerSettings { ContractResolver = new DefaultContractResolver { NamingStrategy = naming }, Formatting = Formatting.Indented });
        RoundTrip(transcript, "camel", new Everything(), new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() });
        RoundTrip(transcript, "defaults", new Everything(), new JsonSerializerSettings { DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate, NullValueHandling = NullValueHandling.Ignore });
        Trace(transcript, graph);
    }

    private static void RoundTrip<T>(Transcript transcript, string name, T value, JsonSerializerSettings settings)
    {
        string json = "";
        transcript.Try(name, () => json = JsonConvert.SerializeObject(value, typeof(T), settings));
        transcript.Try($"{name} back", () => JsonConvert.SerializeObject(JsonConvert.DeserializeObject<T>(json, settings), typeof(T), settings));
    }

    private static void Trace(Transcript transcript, object graph)
    {
        var trace = new MemoryTraceWriter { LevelFilter = TraceLevel.Verbose };
        JsonConvert.DeserializeObject<Dog>(JsonConvert.SerializeObject(graph, new JsonSerializerSettings { TraceWriter = trace }), new JsonSerializerSettings { TraceWriter = trace });
        transcript.Add("trace", string.Join('|', trace.GetTraceMessages().Select(message => message[Math.Min(message.Length, 24)..])));
    }
}
