using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime.Members;

public sealed class MemberResolverTests
{
    private static object? Read(object target, string name, MemberPolicy policy = MemberPolicy.Safe)
    {
        MemberLookup lookup = new MemberResolver(policy).Resolve(target.GetType(), name);
        Assert.True(lookup.IsFound, lookup.Message);
        object? compiled = lookup.Getter(target).ToObject();
        Assert.Equal(GetterCompiler.Reflect(lookup.Member)(target).ToObject(), compiled);
        return compiled;
    }

    private static MemberLookup Fail(object target, string name, FaultKind kind, MemberPolicy policy = MemberPolicy.Safe)
    {
        MemberLookup lookup = new MemberResolver(policy).Resolve(target.GetType(), name);
        Assert.Equal(kind, lookup.Fault);
        return lookup;
    }

    [Theory]
    [InlineData("Legs", 4L)]
    [InlineData("legs", 4L)]
    [InlineData("Name", "Rex")]
    [InlineData("_name", "Rex")]
    [InlineData("Sound", "...")]
    [InlineData("Maybe", 5L)]
    [InlineData("Boxed", 1.5)]
    [InlineData("Initial", "R")]
    [InlineData("Big", 4294967295L)]
    [InlineData("Half", 0.5)]
    [InlineData("Tame", true)]
    [InlineData("Colour", Colour.Green)]
    public void Safe_reads_public_data(string name, object expected) => Assert.Equal(expected, Read(new Animal(), name));

    [Theory]
    [InlineData("Weight", "PublicGetters")]
    [InlineData("FieldKeyword", "PublicGetters")]
    [InlineData("Throws", "PublicGetters")]
    [InlineData("Hidden", "NonPublic")]
    [InlineData("Computed", "no policy")]
    public void Safe_forbids_code_and_what_is_not_public(string name, string remedy) =>
        Assert.Contains(remedy, Fail(new Animal(), name, FaultKind.ForbiddenAttribute).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Weight", 14L)]
    [InlineData("FieldKeyword", "code!")]
    public void PublicGetters_runs_getters(string name, object expected)
    {
        Assert.Equal(expected, Read(new Animal(), name, MemberPolicy.PublicGetters));
        Assert.True(new MemberResolver(MemberPolicy.PublicGetters).Resolve(typeof(Animal), name).CallsHost);
    }

    [Theory]
    [InlineData("Hidden", "hidden")]
    [InlineData("_name", "private")]
    [InlineData("Name", "Rex")]
    [InlineData("weight", 7L)]
    public void NonPublic_reads_any_data(string name, object expected) =>
        Assert.Equal(expected, Read(new Animal(), name, MemberPolicy.NonPublic));

    [Fact]
    public void NonPublic_still_runs_no_non_public_getter() =>
        Fail(new Animal(), "Computed", FaultKind.ForbiddenAttribute, MemberPolicy.NonPublic);

    [Fact]
    public void The_most_derived_member_wins()
    {
        Assert.Equal("Dog", Read(new Dog(), "Name"));
        Assert.Equal("Yip", Read(new Puppy(), "Sound"));
        Assert.Equal("...", Read(new HalfOverride(), "Sound"));
    }

    [Fact]
    public void An_override_that_is_code_does_not_fall_back_to_the_base_field()
    {
        Fail(new Dog(), "Sound", FaultKind.ForbiddenAttribute);
        Assert.Equal("Woof", Read(new Dog(), "Sound", MemberPolicy.PublicGetters));
    }

    [Fact]
    public void Two_alike_are_ambiguous_unless_one_is_exact()
    {
        Assert.Equal(2L, Read(new Ambiguous(), "user_id"));
        Assert.Contains("'UserId' or 'user_id'",
            Fail(new Ambiguous(), "USERID", FaultKind.AmbiguousAttribute).Message, StringComparison.Ordinal);
        Assert.Equal(3L, Read(new Ambiguous(), "_userid", MemberPolicy.NonPublic));
    }

    [Fact]
    public void A_private_field_does_not_hide_the_public_property_of_like_name()
    {
        Assert.Equal("property", Read(new ShadowedByCase(), "name"));
        Assert.Equal("field", Read(new ShadowedByCase(), "name", MemberPolicy.NonPublic));
        Assert.Equal("property", Read(new ShadowedByCase(), "NAME", MemberPolicy.NonPublic));
    }

    [Fact]
    public void Records_anonymous_types_tuples_and_structs_are_read()
    {
        Assert.Equal("Ada", Read(new Person("Ada", 36), "first_name"));
        Assert.Equal(36L, Read(new Person("Ada", 36), "age"));
        Assert.Equal("x", Read(new { Title = "x" }, "title"));
        Assert.Equal(2L, Read((1, 2), "Item2"));
        Assert.Equal(2L, Read(Tuple.Create(1, 2), "item2"));
        Assert.Equal("k", Read(KeyValuePair.Create("k", 1), "key"));
        var point = new Point { X = 3, Y = 4 };
        Assert.Equal(3L, Read(point, "x"));
        Assert.Equal(4L, Read(point, "y"));
        Assert.Equal(7L, Read(point, "sum", MemberPolicy.PublicGetters));
    }

    [Fact]
    public void Framework_types_are_trusted_by_the_table()
    {
        Assert.Equal("host", Read(new Uri("http://host/x"), "Host"));
        Assert.Equal(3L, Read(new Version(3, 1), "major"));
        Assert.Equal(2026L, Read(new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc), "year"));
        Assert.Equal("m", Read(new ArgumentException("m"), "message"));
        Assert.Equal(2L, Read(new List<int> { 1, 2 }, "count"));
        Assert.Equal(2L, Read(new int[2], "length"));
        Assert.Equal(TaskStatus.RanToCompletion, Read(Task.CompletedTask, "status"));
        Fail(Task.FromResult(1), "Result", FaultKind.ForbiddenAttribute);
    }

    [Theory]
    [InlineData(typeof(string), "Length", false)]
    [InlineData(typeof(List<int>), "Count", false)]
    [InlineData(typeof(Exception), "Message", false)]
    [InlineData(typeof(AggregateException), "Message", true)]
    [InlineData(typeof(BadException), "Message", true)]
    [InlineData(typeof(Uri), "Host", true)]
    [InlineData(typeof(SortedSet<int>), "Count", true)]
    [InlineData(typeof(Dictionary<int, int>), "Count", false)]
    [InlineData(typeof(System.Collections.Immutable.ImmutableList<int>), "Count", false)]
    [InlineData(typeof(System.Collections.Concurrent.BlockingCollection<int>), "Count", true)]
    [InlineData(typeof(System.Collections.ArrayList), "Count", true)]
    [InlineData(typeof(System.Collections.ObjectModel.Collection<int>), "Count", true)]
    public void What_may_throw_or_run_host_code_is_known(Type type, string name, bool callsHost) =>
        Assert.Equal(callsHost, new MemberResolver(MemberPolicy.Safe).Resolve(type, name).CallsHost);

    [Theory]
    [InlineData("ByRef")]
    [InlineData("Span")]
    public void What_no_value_can_hold_is_forbidden_under_every_policy(string name) =>
        Fail(new Unreadable(), name, FaultKind.ForbiddenAttribute, MemberPolicy.NonPublic);

    [Theory]
    [InlineData("Population")]
    [InlineData("Item")]
    [InlineData("ToString")]
    public void Statics_indexers_and_methods_are_no_attributes(string name) =>
        Fail(new Animal(), name, FaultKind.MissingAttribute, MemberPolicy.NonPublic);

    [Fact]
    public void A_misspelling_gets_a_suggestion() =>
        Assert.Contains("'FirstName'",
            Fail(new Person("a", 1), "FristName", FaultKind.MissingAttribute).Message, StringComparison.Ordinal);

    [Fact]
    public void Spellings_of_a_member_share_one_lookup()
    {
        var resolver = new MemberResolver(MemberPolicy.Safe);
        Assert.Same(resolver.Resolve(typeof(Person), "FirstName"), resolver.Prepare(typeof(Person), "first_name"));
    }

    [Fact]
    public void Resolving_from_many_threads_agrees()
    {
        var resolver = new MemberResolver(MemberPolicy.Safe);
        var found = new MemberLookup[64];
        Parallel.For(0, found.Length, i => found[i] = resolver.Resolve(typeof(Animal), "legs"));
        Assert.All(found, lookup => Assert.Same(found[0], lookup));
    }
}
