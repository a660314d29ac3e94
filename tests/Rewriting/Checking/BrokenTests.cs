using System.Reflection;
using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Checking;
using HogTrace.Tests.Rewriting.Assemblies;
using HogTrace.Tests.Rewriting.Metadata;
using Xunit.Abstractions;

namespace HogTrace.Tests.Rewriting.Checking;

/// <summary>A rewriter that leaves out one instruction would be noticed.</summary>
public sealed class BrokenTests(ITestOutputHelper output)
{
    [Fact]
    public void AMissingInstructionIsNoticed()
    {
        using var assembly = new TestedAssembly(Assembly.Load("Newtonsoft.Json"));
        var tokens = new AddedTokens(assembly.View);
        var random = new Random(5);
        int count = 0, noticed = 0;
        foreach (var method in assembly.Methods())
        {
            var plan = PlanMaker.For(method.Description).Single(plan => plan.Name == "all packed").Plan;
            var body = BodyReader.TryRead(BodyRewriter.Rewrite(method.Description, method.Body, plan, tokens).Body, out _)!;

            // Only what pushes: a value too many does no harm before leave or throw.
            var loads = body.Instructions.Where(instruction => instruction.Facts is { Pops: "", Pushes: not "" }).ToArray();
            var missing = loads[random.Next(loads.Length)];
            (missing.Opcode, missing.Operand) = (Opcode.Nop, 0);
            var description = method.Description with { LocalSignature = tokens.Member(body.LocalSignatureToken)!.Signature };
            count++;
            if (BodyChecker.Check(description, BodyWriter.TryWrite(body), tokens) is not null)
                noticed++;
        }

        output.WriteLine($"{noticed} of {count}");
        Assert.True(noticed * 1000 >= count * 999);
    }
}
