using System.Diagnostics.CodeAnalysis;
using HogTrace.Bytecode;
using HogTrace.IlBackend;
using HogTrace.Installing;
using HogTrace.Interpreter;
using HogTrace.Parser;
using HogTrace.Runtime;
using HogTrace.Tests.Unit.Runtime;

namespace HogTrace.Tests.Unit.IlBackend;

/// <summary>A predicate, translated for a signature, and what both tiers make of it.</summary>
internal sealed class PredicatePair
{
    private static readonly MemberResolver s_members = new(MemberPolicy.Safe);
    private static readonly RunHost s_host = TestRun.NewHost(TestRun.Generous);

    private static readonly SiteContract s_contract =
        new(typeof(Counted), typeof(Counted).GetField(nameof(Counted.Countdown))!, InstalledProbe.Contract.Captures);

    private readonly InterpretedCode _interpreted;

    private PredicatePair(TranslatedCode code, TranslatedCode body)
    {
        _interpreted = new InterpretedCode(code);
        Compiled = Compile(code, body, Speculation.Kinds);
        Expecting = Compile(code, body, Speculation.SmallInts);
        Assert.Equal(Compiled is null, Expecting is null);
    }

    public Delegate? Compiled { get; }

    /// <summary>The form that expects small Ints.</summary>
    public Delegate? Expecting { get; }

    /// <summary>False for a source that the compiler or the binding rejects.</summary>
    public static bool TryMake(string expression, ParameterShape[] parameters, [NotNullWhen(true)] out PredicatePair? pair)
    {
        pair = null;
        if (ProgramCompiler.Compile($"fn:a.b:entry / {expression} / {{ }}", new CompileOptions()).Program is not { } program)
            return false;
        var verified = Verifier.Verify(program).Program!;
        var context = new TranslationContext(verified, s_members, SecretNames.Default);
        var shape = FrameShape.Typed("a.b", ProbePoint.Entry, [.. parameters]);
        var code = Translator.Translate(context, verified.Probes[0].Predicate!, shape, isPredicate: true);
        if (code.Issues.Length > 0)
            return false;
        pair = new PredicatePair(code, Translator.Translate(context, verified.Probes[0].Body, shape, isPredicate: false));
        return true;
    }

    /// <summary>
    /// Runs the interpreter, and compares with what the compiled form answered: the same, without a fault, without a
    /// charge; or nothing at all.
    /// </summary>
    public void Check(SiteOutcome compiled, string description, params ReadOnlySpan<Value> arguments)
    {
        var registers = new Value[_interpreted.Source.RegisterCount];
        arguments.CopyTo(registers);
        var run = new RunContext(s_host);
        var expected = CodeInterpreter.Run(_interpreted, ref registers[0], ref run);
        run.End();
        if (compiled == SiteOutcome.NeedsContext)
            return;
        bool agrees = compiled == (expected == CodeOutcome.True ? SiteOutcome.Fires : SiteOutcome.Done)
            && expected is CodeOutcome.True or CodeOutcome.False && run.Touched == 0 && run.Allocated == 0 && run.Captures is null;
        Assert.True(agrees, $"{description}: compiled {compiled}, interpreted {expected} {run.FaultMessage}, touched {run.Touched}");
    }

    private static Delegate? Compile(TranslatedCode code, TranslatedCode body, Speculation speculation) =>
        new SiteCompiler(s_contract, s_host, speculation, number: 0).TryCompile(code, body, new Counted(), withBody: false)?.Code;

    /// <summary>Stands for the probe that the code is of: false predicates are never due.</summary>
    private sealed class Counted
    {
        public int Countdown = int.MaxValue;
    }
}
