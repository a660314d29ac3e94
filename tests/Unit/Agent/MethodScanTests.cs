using System.Reflection;
using HogTrace.Agent.Modules;
using HogTrace.Matching;

namespace HogTrace.Tests.Unit.Agent;

/// <summary>What is passed over without a look at it holds nothing that matches.</summary>
public sealed class MethodScanTests
{
    private static readonly Assembly[] s_assemblies = [typeof(object).Assembly, typeof(ProbeEngine).Assembly, typeof(MethodScanTests).Assembly];

    [Theory]
    [InlineData("System.Collections.**")]
    [InlineData("System.Collections.Generic.Dictionary.Add")]
    [InlineData("System.Collections.Generic.Dictionary.Enumerator.*")]
    [InlineData("System.String.Sub*")]
    [InlineData("System.*.Parse")]
    [InlineData("Interop.**")]
    [InlineData("Interop.Sys.*")]
    [InlineData("**.Parse")]
    [InlineData("HogTrace.ProbeEngine.*")]
    [InlineData("HogTrace.Queueing.**")]
    [InlineData("Nothing.Like.This")]
    public void Finds_what_a_look_at_everything_finds(string pattern)
    {
        var filter = new MethodFilter(new TargetPattern(pattern));
        foreach (var assembly in s_assemblies)
            Assert.Equal(Names(assembly, new MethodFilter(new TargetPattern("**"))).Where(filter.IsMatch), Names(assembly, filter));
    }

    [Fact]
    public void Finds_what_any_of_several_filters_matches()
    {
        MethodFilter[] filters = [new(new TargetPattern("System.Text.**.Append")), new(new TargetPattern("System.IO.File.*"))];
        var assembly = typeof(object).Assembly;
        var expected = Names(assembly, new MethodFilter(new TargetPattern("**"))).Where(name => filters.Any(filter => filter.IsMatch(name)));
        Assert.Equal(expected, Names(assembly, filters));
    }

    private static List<string> Names(Assembly assembly, params MethodFilter[] filters)
    {
        var names = new List<string>();
        MethodScan.Find(assembly, filters, (_, name) =>
        {
            names.Add(name);
            return true;
        });
        return names;
    }
}
