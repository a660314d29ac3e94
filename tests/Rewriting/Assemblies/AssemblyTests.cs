using System.Reflection;
using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Checking;
using HogTrace.Tests.Rewriting.Metadata;
using Xunit.Abstractions;

namespace HogTrace.Tests.Rewriting.Assemblies;

/// <summary>Every method of whole assemblies is read, written, rewritten by every kind of plan, and checked.</summary>
public sealed class AssemblyTests(ITestOutputHelper output)
{
    private const int ProblemsShown = 20;

    public static TheoryData<string> Assemblies { get; } =
    [
        "Newtonsoft.Json",
        "System.Private.CoreLib",
        "System.Linq",
        "System.Text.Json",
        "System.Collections",
        "Microsoft.VisualBasic.Core", // filters, and leaves back into a try
        "HogTrace.Runtime",
        "HogTrace.Parser",
        "HogTrace.Bridge",
        "HogTrace.Tests.Rewriting",
    ];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void WhatIsWrittenIsWhatWasRead(string name)
    {
        using var assembly = new TestedAssembly(Assembly.Load(name));
        foreach (var method in assembly.Methods())
        {
            var read = BodyReader.TryRead(method.Body, out _);
            Assert.NotNull(read);
            string before = Listing.Of(read);
            byte[]? written = BodyWriter.TryWrite(read);
            Assert.NotNull(written);
            Assert.Equal(before, Listing.Of(BodyReader.TryRead(written, out _)!));
        }
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void OriginalBodiesPassTheCheck(string name)
    {
        using var assembly = new TestedAssembly(Assembly.Load(name));
        List<string> problems = [];
        int count = 0;
        foreach (var method in assembly.Methods())
        {
            count++;
            if (BodyChecker.Check(method.Description, method.Body, assembly.View) is { } problem && !method.Description.IsRuntimeAsync)
                problems.Add($"{method.Name}: {problem}");
        }

        output.WriteLine($"{name}: {count} methods, {problems.Count} problems");
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(ProblemsShown)));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void RewrittenBodiesPassTheCheck(string name)
    {
        using var assembly = new TestedAssembly(Assembly.Load(name));
        var tokens = new AddedTokens(assembly.View);
        Dictionary<DeclineReason, int> declined = [];
        List<string> problems = [];
        int count = 0;
        foreach (var method in assembly.Methods())
        {
            foreach (var (kind, plan) in PlanMaker.For(method.Description))
            {
                count++;
                var result = BodyRewriter.Rewrite(method.Description, method.Body, plan, tokens);
                if (result.Body is null)
                {
                    declined[result.Reason] = declined.GetValueOrDefault(result.Reason) + 1;
                    continue;
                }

                if (Problem(method, result.Body, tokens) is { } problem)
                    problems.Add($"{method.Name} ({kind}): {problem}");
            }
        }

        output.WriteLine($"{name}: {count} rewritten, {problems.Count} problems, declined: {string.Join(", ", declined)}");
        Assert.True(problems.Count == 0, string.Join('\n', problems.Take(ProblemsShown)));
        Assert.All(declined.Keys, reason => Assert.True(reason is DeclineReason.RuntimeAsync or DeclineReason.VariableArguments, $"{reason}"));
        Assert.True(declined.Values.Sum() * 1000 <= count);
    }

    [Fact]
    public void MovedOffsetsAreThoseOfTheOriginalInstructions()
    {
        using var assembly = new TestedAssembly(Assembly.Load("System.Linq"));
        foreach (var method in assembly.Methods())
        {
            var plan = PlanMaker.For(method.Description).Single(plan => plan.Name == "all packed").Plan;
            var result = BodyRewriter.Rewrite(method.Description, method.Body, plan, new AddedTokens(assembly.View));
            var original = BodyReader.TryRead(method.Body, out _)!.Instructions;
            var rewritten = BodyReader.TryRead(result.Body, out _)!.Instructions.ToDictionary(instruction => instruction.Offset);
            Assert.Equal(original.Select(instruction => instruction.Offset), result.Moved.Select(moved => moved.Original));
            Assert.All(original.Zip(result.Moved), pair =>
                Assert.True(pair.First.Opcode is Opcode.Ret or Opcode.Tail || pair.First.Opcode == rewritten[pair.Second.Rewritten].Opcode));
        }
    }

    private static string? Problem(TestedMethod method, byte[] body, AddedTokens tokens)
    {
        Assert.True(BodyHeader.TryRead(body, out var header));
        byte[]? locals = header.LocalSignatureToken == 0 ? null : tokens.Member(header.LocalSignatureToken)!.Signature;
        return BodyChecker.Check(method.Description with { LocalSignature = locals }, body, tokens);
    }
}
