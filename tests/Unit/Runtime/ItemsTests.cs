using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Dynamic;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Zoo;

namespace HogTrace.Tests.Unit.Runtime;

public sealed class ItemsTests
{
    private static readonly int[] s_ten = [10, 20, 30];

    public static TheoryData<object?, object?, object?> Found => new()
    {
        { s_ten, 0, 10L }, { s_ten, -1, 30L }, { s_ten, -3, 10L }, { new[] { "a", "b" }, 1, "b" }, { new object?[] { null, 2.5f }, 0, null },
        { new List<string> { "x" }, -1, "x" }, { new ArrayList { 1, "two" }, 1, "two" }, { ImmutableArray.Create(1, 2), 1, 2L },
        { (1, "b", 3.0), 1, "b" }, { Tuple.Create(1, true), -1, true }, { (1, 2, 3, 4, 5, 6, 7, 8, 9), 8, 9L }, { "héllo", 1, "é" }, { "abc", -1, "c" },
        { "\U0001F600", 0, "\uD83D" }, { new ArraySegment<int>(s_ten, 1, 2), 0, 20L }, { new ArgumentTuple(1, "a"), 1, "a" },
        { new Dictionary<string, int> { ["a"] = 1 }, "a", 1L }, { new Dictionary<int, string> { [5] = "five" }, 5, "five" },
        { new Dictionary<ulong, string> { [5] = "five" }, 5, "five" }, { new Dictionary<char, int> { ['c'] = 3 }, "c", 3L },
        { new Dictionary<DayOfWeek, int> { [DayOfWeek.Monday] = 1 }, "Monday", 1L }, { new Dictionary<DayOfWeek, int> { [DayOfWeek.Monday] = 1 }, 1, 1L },
        { new Dictionary<DayOfWeek, int> { [DayOfWeek.Monday] = 1 }, DayOfWeek.Monday, 1L }, { new Dictionary<Guid, int> { [Guid.Empty] = 1 }, Guid.Empty, 1L },
        { new Dictionary<double, int> { [1.5] = 1 }, 1.5, 1L }, { new Dictionary<object, int> { ["k"] = 1 }, "k", 1L },
        { new Hashtable { [1] = "int", ["s"] = "string" }, 1, "int" }, { new Hashtable { [1L] = "long" }, 1, "long" },
        { new ConcurrentDictionary<string, int> { ["a"] = 1 }, "a", 1L }, { new SortedList<string, int> { ["a"] = 1 }, "a", 1L },
        { new OrderedDictionary<string, int> { ["a"] = 1 }, "a", 1L }, { ImmutableDictionary<string, int>.Empty.Add("a", 1), "a", 1L },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public void Finds(object? target, object? index, object? expected) => Assert.Equal(expected, TestRun.Item(target, index).Object);

    public static TheoryData<object?, object?, FaultKind> Missing => new()
    {
        { s_ten, 3, FaultKind.IndexOutOfRange }, { s_ten, -4, FaultKind.IndexOutOfRange }, { s_ten, long.MinValue, FaultKind.IndexOutOfRange },
        { s_ten, long.MaxValue, FaultKind.IndexOutOfRange }, { "", 0, FaultKind.IndexOutOfRange }, { s_ten, 1.0, FaultKind.TypeMismatch },
        { s_ten, true, FaultKind.TypeMismatch }, { s_ten, null, FaultKind.TypeMismatch }, { "abc", "a", FaultKind.TypeMismatch },
        { new int[2, 2], 0, FaultKind.TypeMismatch }, { new HashSet<int> { 1 }, 0, FaultKind.TypeMismatch }, { null, 0, FaultKind.TypeMismatch },
        { 5, 0, FaultKind.TypeMismatch }, { true, 0, FaultKind.TypeMismatch }, { new object(), 0, FaultKind.TypeMismatch },
        { new Dictionary<string, int>(), "a", FaultKind.MissingKey }, { new Dictionary<string, int>(), 1, FaultKind.TypeMismatch },
        { new Dictionary<string, int>(), null, FaultKind.TypeMismatch }, { new Dictionary<byte, int>(), 256, FaultKind.TypeMismatch },
        { new Dictionary<DayOfWeek, int>(), "Nonday", FaultKind.TypeMismatch }, { new Hashtable(), "a", FaultKind.MissingKey },
        { new ExplosiveList(), 0, FaultKind.HostException }, { new ExplosiveList(), 3, FaultKind.IndexOutOfRange },
        { new Dictionary<string, int>(new ExplosiveComparer()) { ["a"] = 1 }, "b", FaultKind.HostException }, { default(ImmutableArray<int>), 0, FaultKind.HostException },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    public void Faults(object? target, object? index, FaultKind fault) => Assert.Equal(fault, TestRun.Item(target, index).Fault);

    [Fact]
    public void A_host_exception_is_named_without_its_message()
    {
        Outcome outcome = TestRun.Item(new ExplosiveList(), 0);
        Assert.Contains("System.InvalidOperationException", outcome.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("indexer", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dynamic_objects_and_mappings_are_looked_up_by_key()
    {
        dynamic expando = new ExpandoObject();
        expando.Name = "hog";
        Assert.Equal("hog", TestRun.Item((object)expando, "Name").Object);
        var mapping = new ValueMapping();
        mapping.Set("b", 1);
        mapping.Set("a", 2);
        Assert.Equal(2L, TestRun.Item(mapping, "a").Object);
        Assert.Equal(["b", "a"], mapping.Pairs.Select(pair => pair.Key.ToString()));
        Assert.Equal(FaultKind.MissingKey, TestRun.Item(mapping, 1).Fault);
    }

    [Fact]
    public void A_mapping_without_strings_has_no_string_keys()
    {
        Assert.False(TypeShape.Of(new Dictionary<int, int>()).Mapping!.HasStringKeys);
        Assert.True(TypeShape.Of(new Dictionary<string, int>()).Mapping!.HasStringKeys);
        Assert.True(TypeShape.Of(new Hashtable()).Mapping!.HasStringKeys);
    }

    [Fact]
    public void Long_strings_cost_fuel()
    {
        string text = new('x', 640);
        Assert.Equal(10, TestRun.Item(new[] { text }, 0).Touched);
        Assert.Equal(10, TestRun.Item(new Dictionary<string, int> { [text] = 1 }, text).Touched);
        Assert.Equal(10, TestRun.Slice(text, 0, null, null).Touched);
        Assert.Equal(1280, TestRun.Slice(text, null, null, null).Allocated);
        Assert.Equal(FaultKind.LimitExceeded, TestRun.Slice(text, null, null, -1, limits: new RunLimits { StringUnits = 639 }).Fault);
    }

    [Theory]
    [InlineData(1, FaultKind.LimitExceeded)]
    [InlineData(long.MaxValue, FaultKind.None)]
    public void The_clock_stops_a_run_between_host_calls(long ticks, FaultKind fault)
    {
        var limits = new RunLimits { WallClock = TimeSpan.FromTicks(ticks) };
        // Longer than compiling takes meanwhile, which is granted to the run, on a busy machine.
        var list = new SlowList(TimeSpan.FromMilliseconds(50));
        Outcome outcome = TestRun.Do((ref RunContext run, out Value result) =>
        {
            FaultKind first = Items.Get(Value.FromObject(list), 0, ref run, out result);
            return first == FaultKind.None ? Items.Get(Value.FromObject(list), 0, ref run, out result) : first;
        }, limits);
        Assert.Equal(fault, outcome.Fault);
    }
}
