using HogTrace.IlBackend;

namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>What is compiled, and that it is of use.</summary>
public sealed class CoverageTests
{
    [Theory]
    [InlineData("s == 'admin'")]
    [InlineData("s != None && s != ''")]
    [InlineData("a > 100 && len(args) > 2")]
    [InlineData("(a * 3 + b) % 7 == 2")]
    [InlineData("n.next.leaf.text == 'admin'")]
    [InlineData("n != None && n.leaf != None && n.leaf.flag")]
    [InlineData("n.weight > 5 || n.mask == 1")]
    [InlineData("d > 0.5 && d <= a && (d / 2) < b")]
    [InlineData("(t ? a : b) > 3")]
    [InlineData("-a < c && -d > u")]
    [InlineData("!s || !t || !d || !a")]
    [InlineData("len(s) > 3 && s.length < 10")]
    [InlineData("t == True && a != 's' && 1.5 < d")]
    public void Is_compiled_and_decides(string expression)
    {
        Assert.True(CallPredicate.TryMake(expression, out var predicate));
        Assert.True(predicate.IsCompiled);
        var outcomes = Input.Edges(1, 2_000).Select(predicate.Check).ToHashSet();
        Assert.Contains(SiteOutcome.Done, outcomes);
        Assert.Contains(SiteOutcome.Fires, outcomes);
    }

    [Theory]
    [InlineData("$req.x == 1")]
    [InlineData("s < 'admin'")]
    [InlineData("str(a) == '1'")]
    [InlineData("(s + s) == 'aa'")]
    [InlineData("n.leaf.anything == 1")]
    [InlineData("n == n.next")]
    [InlineData("s[0] == 'a'")]
    [InlineData("(t ? a : s) == 1")]
    [InlineData("args == None")]
    [InlineData("!n")]
    public void Is_left_to_the_interpreter(string expression)
    {
        Assert.True(CallPredicate.TryMake(expression, out var predicate));
        Assert.False(predicate.IsCompiled);
    }

    [Fact]
    public void A_guard_that_fails_leaves_the_hit_to_the_interpreter()
    {
        Assert.Equal(SiteOutcome.NeedsContext, Ask("n.name == 'admin'", n: null));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("n.name == 'admin'", n: new PlainNode { Name = "admin" }));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("n.name == 'admin'", n: new Node { Name = new string('x', 64) }));
        Assert.Equal(SiteOutcome.Done, Ask("n.name == 'admin'", n: new Node { Name = new string('x', 63) }));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("(a + 1) > 0", a: long.MaxValue));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("(a * a) > 0", a: 1L << 32));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("(7 / a) > 0", a: 0));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("(a / -1) > 0", a: long.MinValue));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("-a > 0", a: long.MinValue));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("(d / d) > 0"));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("d < a", a: (1L << 53) + 1));
        Assert.Equal(SiteOutcome.NeedsContext, Ask("u > 0", u: ulong.MaxValue));
    }

    private static SiteOutcome Ask(string expression, long a = 0, Node? n = null, ulong u = 0)
    {
        Assert.True(CallPredicate.TryMake(expression, out var predicate));
        return predicate.Check(new Input(a, 0, 0, null, false, n, u, 0));
    }
}
