using System.Collections.ObjectModel;
using System.Data;
using System.Dynamic;
using Newtonsoft.Json;

namespace JsonDriver.Exercises;

/// <summary>Graphs of objects, there and back.</summary>
internal static class ObjectGraphs
{
    public static void Run(Transcript transcript)
    {
        string all = JsonConvert.SerializeObject(new Everything(), Formatting.Indented);
        transcript.Add("everything", all);
        transcript.Try("everything back", () => JsonConvert.SerializeObject(JsonConvert.DeserializeObject<Everything>(all)));
        RoundTrip(transcript, new OptedIn());
        RoundTrip(transcript, new Contract());
        RoundTrip(transcript, new Constructed("Grace", 85, new Point(1, 2)));
        RoundTrip(transcript, new Dog { Name = "Rex", Bones = 2, Friend = new Animal { Name = "Cat" } });
        RoundTrip(transcript, new Collection<int?> { 1, null, 3 });
        RoundTrip(transcript, new LinkedList<string>(["a", "b"]));
        RoundTrip(transcript, new Queue<int>([1, 2]));
        RoundTrip(transcript, new ReadOnlyCollection<Point>([new(0, 0)]));
        RoundTrip(transcript, new Dictionary<Guid, List<Colours>> { [Guid.Empty] = [Colours.Blue, (Colours)64] });
        RoundTrip(transcript, Enumerable.Range(0, 200).Select(i => new Span2(i, i * i)).ToArray());
        RoundTrip(transcript, new { Anonymous = 1, Nested = new { Deep = "yes" } });
        dynamic expando = new ExpandoObject();
        expando.Name = "dynamic";
        expando.Numbers = new[] { 1, 2 };
        transcript.Try("expando", () => JsonConvert.SerializeObject((object)expando));
        transcript.Try("to expando", () => ((IDictionary<string, object>)JsonConvert.DeserializeObject<ExpandoObject>("""{"a":1,"b":{"c":[true]}}""")!).Count);
        transcript.Try("unknown rest", () => JsonConvert.SerializeObject(JsonConvert.DeserializeObject<OptedIn>("""{"first_name":"x","zzz":[1,{}],"colour":"blue"}""")));
        Populate(transcript);
        Table(transcript);
    }

    private static void RoundTrip<T>(Transcript transcript, T value)
    {
        string name = typeof(T).Name.Split('`')[0];
        string json = JsonConvert.SerializeObject(value);
        transcript.Add(name, json);
        transcript.Try($"{name} back", () => JsonConvert.SerializeObject(JsonConvert.DeserializeObject<T>(json)));
    }

    private static void Populate(Transcript transcript)
    {
        var target = new Everything { Numbers = [9] };
        JsonConvert.PopulateObject("""{"Text":"populated","Points":[{"X":5,"Y":6}],"Map":{"new":{"From":7,"To":8}}}""", target);
        transcript.Add("populated", JsonConvert.SerializeObject(target));
        transcript.Try("anonymous", () => JsonConvert.DeserializeAnonymousType("""{"A":1,"B":"b"}""", new { A = 0, B = "" }));
    }

    private static void Table(Transcript transcript)
    {
        using var table = new DataTable("t") { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add("n", typeof(int));
        table.Columns.Add("s", typeof(string));
        table.Rows.Add(1, "one");
        table.Rows.Add(2, DBNull.Value);
        string json = JsonConvert.SerializeObject(table);
        transcript.Add("table", json);
        transcript.Try("table back", () => JsonConvert.DeserializeObject<DataTable>(json)!.Rows.Count);
    }
}
