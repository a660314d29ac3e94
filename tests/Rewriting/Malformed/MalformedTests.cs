using System.Reflection;
using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Checking;
using HogTrace.Tests.Rewriting.Assemblies;
using HogTrace.Tests.Rewriting.Metadata;
using Xunit.Abstractions;

namespace HogTrace.Tests.Rewriting.Malformed;

/// <summary>Bytes that are no body or no signature are declined, or rewritten; nothing throws or loops.</summary>
public sealed class MalformedTests(ITestOutputHelper output) : IDisposable
{
    private const int Rounds = 8;

    private readonly TestedAssembly _assembly = new(Assembly.Load("Newtonsoft.Json"));

    public void Dispose() => _assembly.Dispose();

    [Fact]
    public void RandomBytes()
    {
        var random = new Random(1);
        var methods = _assembly.Methods().ToArray();
        int rewritten = 0;
        for (int i = 0; i < 20_000; i++)
        {
            byte[] body = new byte[random.Next(200)];
            random.NextBytes(body);
            if (body.Length > 12 && random.Next(2) == 0)
                new HogTrace.IlRewriting.Bodies.BodyHeader(12, body.Length - 12, 8, 0, true, random.Next(2) == 0).Write(body);
            rewritten += Try(methods[random.Next(methods.Length)].Description, body, random);
        }

        output.WriteLine($"{rewritten} of 20000 rewritten");
    }

    [Fact]
    public void TruncatedBodies()
    {
        var random = new Random(2);
        foreach (var method in _assembly.Methods())
        {
            int length = random.Next(method.Body.Length);
            var result = Rewrite(method.Description, method.Body[..length], random);
            Assert.NotEqual(DeclineReason.None, result.Reason);
        }
    }

    [Fact]
    public void ChangedBodies()
    {
        var random = new Random(3);
        int rewritten = 0, complained = 0, count = 0;
        var tokens = new AddedTokens(_assembly.View);
        foreach (var method in _assembly.Methods())
        {
            for (int i = 0; i < Rounds; i++, count++)
            {
                byte[] body = Change(method.Body, random);
                rewritten += Try(method.Description, body, random);
                if (BodyChecker.Check(method.Description, body, new CarefulView(tokens)) is not null)
                    complained++;
            }
        }

        output.WriteLine($"of {count} changed bodies, {rewritten} were rewritten; the checker complained of {complained}");
        Assert.True(complained * 3 > count); // the others changed a constant, a flag or a token for one of the same type
    }

    [Fact]
    public void ChangedSignatures()
    {
        var random = new Random(4);
        int rewritten = 0;
        foreach (var method in _assembly.Methods())
        {
            var changed = method.Description with
            {
                Signature = Change(method.Description.Signature, random),
                LocalSignature = method.Description.LocalSignature is { } locals ? Change(locals, random) : null,
                DeclaringType = random.Next(4) == 0 ? Change(method.Description.DeclaringType, random) : method.Description.DeclaringType,
            };
            rewritten += Try(changed, method.Body, random);
        }

        output.WriteLine($"{rewritten} rewritten");
    }

    [Fact]
    public void DeepSignatures()
    {
        byte[] deep = [0x00, 0x01, 0x01, .. Enumerable.Repeat((byte)0x1D, 100_000), 0x08];
        var method = new MethodDescription { Signature = deep, DeclaringType = [0x12, 0x04] };
        var plan = new IlRewriting.Plans.ProbePlan(new(1, IlRewriting.Plans.HookForm.Typed, []), null, null, false);
        Assert.Equal(DeclineReason.MalformedSignature, BodyRewriter.Rewrite(method, [0x06, 0x2A], plan, new AddedTokens(_assembly.View)).Reason);
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        byte[] changed = [.. bytes];
        for (int flips = random.Next(1, 4); flips > 0; flips--)
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }

    private int Try(MethodDescription method, byte[] body, Random random)
    {
        var tokens = new AddedTokens(_assembly.View);
        var view = new CarefulView(tokens);
        BodyChecker.Check(method, body, view);
        var result = Rewrite(method, body, random, tokens);
        if (result.Body is null)
            return 0;
        BodyChecker.Check(method, result.Body, view);
        return 1;
    }

    private RewriteResult Rewrite(MethodDescription method, byte[] body, Random random, AddedTokens? tokens = null)
    {
        var plans = Plans(method);
        return BodyRewriter.Rewrite(method, body, plans[random.Next(plans.Length)], tokens ?? new AddedTokens(_assembly.View));
    }

    private static IlRewriting.Plans.ProbePlan[] Plans(MethodDescription method)
    {
        // Plans of the agent fit the signature it read, which need not be the one the rewriter gets.
        var known = IlRewriting.Signatures.MethodSignature.TryParse(method.Signature) is null || method.DeclaringType.Length == 0
            ? method with { Signature = [0x20, 0x01, 0x08, 0x0E], DeclaringType = [0x12, 0x04] }
            : method;
        return [.. PlanMaker.For(known).Select(one => one.Plan)];
    }
}
