using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using HogTrace.Runtime;
using HogTrace.Tests.Unit.Runtime.Members;

namespace HogTrace.Tests.Unit.Runtime.Snapshots;

public sealed class SnapshotterTests
{
    private sealed class Node
    {
        public string Tag { get; set; } = "t";

        public Node? Next { get; set; }
    }

    private sealed class Wide
    {
        public int A { get; } = 1;

        public int B { get; } = 2;

        public int C { get; } = 3;
    }

    private sealed class Hostile : IEnumerable<int>
    {
        public int Shown { get; } = 1;

        public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException("enumerated");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private static string Json(object? value, SnapshotOptions? options = null) => new SnapshotHost(options).Json(value);

    private static string NodeName { get; } = TypeNames.Of(typeof(Node));

    [Fact]
    public void Scalars_stay_what_they_are()
    {
        Assert.Equal("null", Json(null));
        Assert.Equal("true", Json(true));
        Assert.Equal("1", Json(1));
        Assert.Equal("1.0", Json(1.0));
        Assert.Equal("1.25", Json(1.25m));
        Assert.Equal("18446744073709551615", Json(ulong.MaxValue));
        Assert.Equal("\"Green\"", Json(Colour.Green));
        Assert.Equal("\"2026-01-02T03:04:05.0000000Z\"", Json(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc)));
        Assert.Equal("\"http://h/x\"", Json(new Uri("http://h/x")));
        Assert.Equal($"\"{Guid.Empty}\"", Json(Guid.Empty));
    }

    [Fact]
    public void Objects_are_copied_by_member() => Assert.Equal(
        """{"$type":"HogTrace.Tests.Unit.Runtime.Members.Person","FirstName":"Ada","Age":36}""", Json(new Person("Ada", 36)));

    [Fact]
    public void Nothing_is_kept_of_the_host()
    {
        var node = new Node { Tag = "before" };
        var run = new RunContext(new SnapshotHost());
        CaptureRecorder.Record(new CaptureSite(["x"], [], SecretNames.Default), [Value.FromReference(node)], ref run);
        node.Tag = "after";
        var copy = Assert.IsType<ObjectSnapshot>(run.Captures![0].Fields[0].Value.ToObject());
        Assert.Equal("before", copy.Fields[0].Value.ToObject());
    }

    [Fact]
    public void Depth_is_cut_with_the_type() => Assert.Equal(
        $$$"""{"$type":"{{{NodeName}}}","Tag":"t","Next":{"$type":"{{{NodeName}}}","$cut":"depth"}}""",
        Json(new Node { Next = new() }, new() { Depth = 1 }));

    [Fact]
    public void Depth_never_exceeds_the_hard_limit()
    {
        Node? list = null;
        for (int i = 0; i < 10_000; i++)
            list = new Node { Next = list };
        string json = Json(list, new() { Depth = int.MaxValue });
        Assert.Equal(16, json.Split("\"Tag\"").Length - 1);
    }

    [Fact]
    public void Cycles_are_cut_but_repetition_is_not()
    {
        var node = new Node();
        node.Next = node;
        Assert.Contains($$$"""{"$type":"{{{NodeName}}}","$cut":"cycle"}""", Json(node), StringComparison.Ordinal);
        var shared = new Node();
        Assert.DoesNotContain("$cut", Json(new[] { shared, shared }), StringComparison.Ordinal);
        var list = new List<object>();
        list.Add(list);
        Assert.Contains("cycle", Json(list), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_and_items_are_cut_with_their_count()
    {
        Assert.EndsWith("""
            ,"A":1,"$omitted":2}
            """, Json(new Wide(), new() { Fields = 1 }), StringComparison.Ordinal);
        Assert.Equal("""[1,2,{"$omitted":3}]""", Json(new[] { 1, 2, 3, 4, 5 }, new() { Items = 2 }));
        Assert.Equal("""[1,{"$omitted":2}]""", Json(new HashSet<int> { 1, 2, 3 }, new() { Items = 1 }));
        Assert.Equal("""{"a":1,"$omitted":1}""", Json(new SortedDictionary<string, int> { ["a"] = 1, ["b"] = 2 }, new() { Items = 1 }));
    }

    [Fact]
    public void Long_strings_are_cut_between_characters()
    {
        Assert.Equal("\"abc… (+2)\"", Json("abcde", new() { StringUnits = 3 }));
        Assert.Equal("\"ab… (+2)\"", Json("ab😀", new() { StringUnits = 3 }));
        Assert.Equal("[\"a… (+1)\"]", Json(new[] { "ab" }, new() { NestedStringUnits = 1 }));
    }

    [Fact]
    public void A_full_event_is_cut_with_a_mark()
    {
        var host = new SnapshotHost(new() { EventBytes = 200 });
        var run = new RunContext(host);
        var site = new CaptureSite(["a", "b"], [], SecretNames.Default);
        Value big = Value.FromReference(Enumerable.Range(0, 100).ToArray());
        Assert.Equal(FaultKind.None, CaptureRecorder.Record(site, [big, big], ref run));
        var list = Assert.IsType<ListSnapshot>(run.Captures![0].Fields[0].Value.ToObject());
        Assert.InRange(list.Items.Length, 10, 40);
        Assert.Equal(100 - list.Items.Length, list.Omitted);
        Assert.Equal(CutReason.Size, Assert.IsType<CutSnapshot>(run.Captures[0].Fields[1].Value.ToObject()).Reason);
    }

    [Fact]
    public void Known_collections_are_walked()
    {
        Assert.Equal("[1,2]", Json(new List<int> { 1, 2 }));
        Assert.Equal("[1,2]", Json(ImmutableArray.Create(1, 2)));
        Assert.Equal("[1,\"a\"]", Json((1, "a")));
        Assert.Equal("[1,2]", Json(new ReadOnlyCollection<int>([1, 2])));
        Assert.Equal("[1,2,3,4]", Json(new[,] { { 1, 2 }, { 3, 4 } }));
        IReadOnlyList<int> expression = [1, 2];
        Assert.Equal("[1,2]", Json(expression));
        Assert.Equal("""{"a":1}""", Json(new ConcurrentDictionary<string, int> { ["a"] = 1 }));
        Assert.Equal("""{"1":2}""", Json(new Hashtable { [1] = 2 }));
        Assert.Equal("""{"k":[1]}""", Json(new Dictionary<string, int[]> { ["k"] = [1] }));
    }

    [Fact]
    public void The_languages_own_collections_are_walked()
    {
        var mapping = new ValueMapping();
        mapping.Set("a", 1);
        Assert.Equal("""{"a":1}""", Json(mapping));
        var list = new ValueList();
        list.Add(1);
        list.Add(2);
        Assert.Equal("[1,2]", Json(list));
    }

    [Fact]
    public void A_users_enumerable_is_never_enumerated()
    {
        Assert.Contains("\"Shown\":1", Json(new Hostile()), StringComparison.Ordinal);
        Assert.DoesNotContain("fault", Json(new ReadOnlyCollection<int>(new ThrowingList())), StringComparison.Ordinal);
    }

    [Fact]
    public void Opaque_types_are_named_only()
    {
        Assert.Contains("opaque", Json(typeof(int)), StringComparison.Ordinal);
        Assert.Contains("opaque", Json(Task.CompletedTask), StringComparison.Ordinal);
        Assert.Contains("opaque", Json(() => 1), StringComparison.Ordinal);
        Assert.Contains("opaque", Json(Stream.Null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_throwing_getter_is_a_mark_and_the_rest_is_kept()
    {
        string json = new SnapshotHost(policy: MemberPolicy.PublicGetters).Json(new Animal());
        Assert.Contains("\"$cut\":\"fault\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Name\":\"Rex\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Weight\":14", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_policy_bounds_what_is_copied()
    {
        string json = Json(new Animal());
        Assert.DoesNotContain("Weight", json, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", json, StringComparison.Ordinal);
        Assert.Contains("hidden", new SnapshotHost(policy: MemberPolicy.NonPublic).Json(new Animal()), StringComparison.Ordinal);
    }

    [Fact]
    public void Exceptions_have_type_message_and_cause()
    {
        string json = Json(new InvalidOperationException("outer", new ArgumentException("inner")));
        Assert.StartsWith("{\"$type\":\"System.InvalidOperationException\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Message\":\"outer\"", json, StringComparison.Ordinal);
        Assert.Contains("\"Message\":\"inner\"", json, StringComparison.Ordinal);
        Assert.Contains("fault", Json(new BadException()), StringComparison.Ordinal);
    }

    [Fact]
    public void Copying_on_a_small_stack_is_safe()
    {
        Node? list = null;
        for (int i = 0; i < 100; i++)
            list = new Node { Next = list };
        string? json = null;
        var thread = new Thread(() => json = Json(list, new() { Depth = 16 }), 256 << 10);
        thread.Start();
        thread.Join();
        Assert.NotNull(json);
    }

    private sealed class ThrowingList : IList<int>
    {
        public int this[int index] { get => throw new InvalidOperationException(); set => throw new InvalidOperationException(); }

        public int Count => throw new InvalidOperationException();

        public bool IsReadOnly => true;

        public void Add(int item) => throw new InvalidOperationException();

        public void Clear() => throw new InvalidOperationException();

        public bool Contains(int item) => throw new InvalidOperationException();

        public void CopyTo(int[] array, int arrayIndex) => throw new InvalidOperationException();

        public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException();

        public int IndexOf(int item) => throw new InvalidOperationException();

        public void Insert(int index, int item) => throw new InvalidOperationException();

        public bool Remove(int item) => throw new InvalidOperationException();

        public void RemoveAt(int index) => throw new InvalidOperationException();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
