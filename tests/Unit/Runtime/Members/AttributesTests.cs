using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime.Members;

public sealed class AttributesTests
{
    private static (FaultKind Fault, Value Value, string? Message) Get(
        object? target, string name, MemberPolicy policy = MemberPolicy.Safe)
    {
        var run = new RunContext(new SnapshotHost(policy: policy));
        FaultKind fault = Attributes.Get(Value.FromObject(target), name, ref run, out Value result);
        run.End();
        Assert.Equal(fault, run.Fault);
        return (fault, result, run.FaultMessage);
    }

    [Fact]
    public void Scalars_have_no_attributes_but_strings_have_a_length()
    {
        Assert.Equal("None has no attribute 'x'", Get(null, "x").Message);
        Assert.Equal("Int has no attribute 'x'", Get(1, "x").Message);
        Assert.Equal(3L, Get("abc", "length").Value.ToObject());
    }

    [Fact]
    public void Mappings_give_their_keys()
    {
        var kwargs = new ValueMapping();
        kwargs.Set("count", "mine");
        Assert.Equal("mine", Get(kwargs, "count").Value.ToObject());
        Assert.Equal(FaultKind.MissingAttribute, Get(kwargs, "Entries").Fault);
    }

    [Fact]
    public void Host_mappings_fall_back_to_keys_after_members()
    {
        var host = new Dictionary<string, object> { ["user"] = "u", ["comparer"] = 5, ["Count"] = "hidden" };
        Assert.Equal("u", Get(host, "user").Value.ToObject());
        Assert.Equal(5L, Get(host, "comparer").Value.ToObject());
        Assert.Equal(3L, Get(host, "count").Value.ToObject());
        Assert.Equal(FaultKind.MissingAttribute, Get(host, "nothing").Fault);
        Assert.Equal(FaultKind.MissingAttribute, Get(new Dictionary<int, int>(), "x").Fault);
    }

    [Fact]
    public void A_throwing_getter_is_a_fault_that_does_not_tell_its_message()
    {
        (FaultKind fault, Value value, string? message) = Get(new Animal(), "Throws", MemberPolicy.PublicGetters);
        Assert.Equal(FaultKind.HostException, fault);
        Assert.True(value.IsNone);
        Assert.Contains("InvalidOperationException", message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret text", message, StringComparison.Ordinal);
        Assert.Equal(FaultKind.HostException, Get(new BadException(), "Message").Fault);
        Assert.Equal(FaultKind.HostException, Get(new Uri("a", UriKind.Relative), "Host").Fault);
    }

    [Fact]
    public void A_long_string_costs_fuel()
    {
        var run = new RunContext(new SnapshotHost());
        Attributes.Get(Value.FromObject(new Person(new string('x', 640), 1)), "FirstName", ref run, out _);
        Assert.Equal(10, run.Touched);
    }

    [Fact]
    public void Reading_members_allocates_nothing()
    {
        var run = new RunContext(new SnapshotHost(policy: MemberPolicy.PublicGetters));
        Value target = Value.FromReference(new Animal());
        string[] names = ["Legs", "Name", "Tame", "Half", "Colour", "Maybe", "Big", "Initial", "weight"];
        ReadAll(target, names, ref run);
        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll(target, names, ref run);
        run.End();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(FaultKind.None, run.Fault);
    }

    private static void ReadAll(Value target, string[] names, ref RunContext run)
    {
        foreach (string name in names)
            Attributes.Get(target, name, ref run, out _);
    }
}
