namespace HogTrace.Tests.Allocation;

/// <summary>Hits of typed sites whose probes don't fire allocate nothing.</summary>
public sealed class SiteTests
{
    private static int s_sites;

    [Fact]
    public void UnprobedSite()
    {
        var site = ProbeSite.For<string, int>(NewName(), "role", "n");
        Assert.Equal(0, Hits.BytesOf(i => site.Enter("guest", i).Exit(i)));
    }

    [Fact]
    public void StringEquality() => Check<string>("arg0 == \"admin\"", _ => "guest");

    [Fact]
    public void EqualLengthStringEquality() => Check<string>("arg0 == \"admin\"", i => (i & 1) == 0 ? "admim" : "guest");

    [Fact]
    public void Arithmetic() => Check<int, int>("(arg0 * 3 + arg1) % 7 == 2", _ => 1, _ => 0);

    [Fact]
    public void MemberChain()
    {
        var guest = new Account(new User("guest"));
        Check<Account>("arg0.User.Role == \"admin\"", _ => guest);
    }

    [Fact]
    public void Floats() => Check<double, float>("arg0 * 2.5 > 1e6 || arg1 < 0.0", i => i * 0.5, i => i);

    [Fact]
    public void Longs() => Check<long, bool>("(arg0 / 3) == 1000000 && !arg1", i => i, _ => false);

    [Fact]
    public void NullableAndEnum() => Check<int?, DayOfWeek>("arg0 == 5 && arg1 == 'Friday'", i => (i & 1) == 0 ? null : 6, _ => DayOfWeek.Friday);

    [Fact]
    public void UnsetRequestValue() => Check<int>("$req.x == 5", i => i);

    [Fact]
    public void CollectionLength()
    {
        int[] items = [1, 2, 3];
        Check<int[]>("len(arg0) > 3 || arg0[-1] == 4 || startswith('abc', 'b')", _ => items);
    }

    [Fact]
    public void TupleLength()
    {
        var site = ProbeSite.For<int, string, string>(NewName(), "n", "a", "b");
        Check(site, $"fn:{site.Name}:entry / arg0 > 100 && len(args) > 2 / {{ capture(arg0); }}", i => site.Enter(i % 100, "a", "b").Exit());
    }

    [Fact]
    public void TupleLengthThatIsEvaluated()
    {
        var site = ProbeSite.For<int, string, string>(NewName(), "n", "a", "b");
        Check(site, $"fn:{site.Name}:entry / arg0 > 100 && len(args) > 3 / {{ capture(arg0); }}", i => site.Enter(i + 101, "a", "b").Exit());
    }

    [Fact]
    public void ExitWithDuration()
    {
        var site = ProbeSite.For<int>(NewName(), "n");
        Check(site, $"fn:{site.Name}:exit / duration > 3600.0 && retval == arg0 / {{ capture(duration); }}", i => site.Enter(i).Exit(i));
    }

    [Fact]
    public void ExitWithReturnValueAndException()
    {
        var site = ProbeSite.For<int>(NewName(), "n");
        var exception = new InvalidOperationException("wrong");
        Check(
            site,
            $"fn:{site.Name}:exit / retval == 'no' || exception && exception.Message == 'other' / {{ capture(retval); }}",
            i =>
            {
                if ((i & 1) == 0)
                    site.Enter(i).Fail(exception);
                else
                    site.Enter(i).Exit("yes");
            });
    }

    [Fact]
    public void SeveralProbesAtOneSite()
    {
        var site = ProbeSite.For<int, string>(NewName(), "n", "role");
        string name = site.Name;
        Check(
            site,
            $$"""
            fn:{{name}}:entry / arg0 < 0 / { capture(n); }
            fn:{{name}}:entry / role == 'admin' / { capture(n); }
            fn:{{name}}:exit / retval == -1 / { capture(n); }
            fn:{{name}}:exit / duration < 0.0 / { capture(n); }
            """,
            i => site.Enter(i, "guest").Exit(i));
    }

    [Fact]
    public void SampledOut()
    {
        using var engine = new ProbeEngine();
        var site = ProbeSite.For<int>(NewName(), "n");
        using var installation = engine.Install(HogTraceProgram.Compile($"fn:{site.Name}:entry {{ sample 1/1000000000; capture(n); }}"));
        using var scope = engine.Requests.Begin();
        Assert.Equal(0, Hits.BytesOf(i => site.Enter(i).Exit()));
        Assert.True(installation.Status[0].Statistics.SampledOut >= Hits.Count);
    }

    [Fact]
    public void ManyArguments()
    {
        var site = ProbeSite.For<int, int, int, int, int, int, int, string>(NewName(), "a", "b", "c", "d", "e", "f", "g", "h");
        Check(
            site,
            $"fn:{site.Name}:exit / a + b + c + d + e + f + g == -1 || h == 'x' || retval == 'x' / {{ capture(a); }}",
            i => site.Enter(i, 1, 2, 3, 4, 5, 6, "h").Exit("r"));
    }

    [Fact]
    public void NoArguments()
    {
        var site = ProbeSite.For(NewName());
        Check(site, $"fn:{site.Name}:entry / $req.x == 1 / {{ capture(1); }} fn:{site.Name}:exit / retval == -1 / {{ capture(1); }}", i => site.Enter().Exit(i));
    }

    [Theory]
    [InlineData("entry / n == -1 || name == 'x' / { capture(n); }")]
    [InlineData("exit / n == -1 || retval == 'x' || duration > 3600.0 / { capture(n); }")]
    public void UntypedSite(string probe)
    {
        var site = ProbeSite.ForUntyped(NewName(), "n", "name", "c", "d", "e", "f", "g", "h", "i");
        var arguments = new HogTrace.Runtime.Value[9];
        arguments[1] = "guest";
        Check(
            site,
            $"fn:{site.Name}:{probe}",
            i =>
            {
                arguments[0] = i;
                var outer = site.Enter(arguments);
                site.Enter(arguments).Exit(i);
                outer.Exit("r");
            });
    }

    [Fact]
    public void UnprobedUntypedSite()
    {
        var site = ProbeSite.ForUntyped(NewName(), "n", "role");
        Assert.Equal(0, Hits.BytesOf(i => site.Enter([i, "guest"]).Exit(i)));
    }

    private static void Check<T>(string predicate, Func<int, T> argument)
    {
        var site = ProbeSite.For<T>(NewName(), "a");
        Check(site, $"fn:{site.Name}:entry / {predicate} / {{ capture(arg0); }}", i => site.Enter(argument(i)).Exit());
    }

    private static void Check<T0, T1>(string predicate, Func<int, T0> argument0, Func<int, T1> argument1)
    {
        var site = ProbeSite.For<T0, T1>(NewName(), "a", "b");
        Check(site, $"fn:{site.Name}:entry / {predicate} / {{ capture(arg0); }}", i => site.Enter(argument0(i), argument1(i)).Exit());
    }

    private static void Check(ProbeSite site, string source, Action<int> call)
    {
        using var engine = new ProbeEngine(new ProbeEngineOptions { CpuShare = 1.0 });
        using var installation = engine.Install(HogTraceProgram.Compile(source));
        Assert.All(installation.Status, status => Assert.Equal([site.Name], status.Sites));
        Assert.Equal(0, Hits.BytesOf(call));
        foreach (var status in installation.Status)
        {
            Assert.Null(status.Statistics.SwitchedOff);
            Assert.Equal((0, 0), (status.Statistics.Fired, status.Statistics.Faulted));
            Assert.True(status.Statistics.PredicateFalse >= Hits.Count, $"{status.Statistics}");
        }
    }

    private static string NewName() => $"Allocation.Site{Interlocked.Increment(ref s_sites)}.Run";

    internal sealed record Account(User User);

    internal sealed record User(string Role);
}
