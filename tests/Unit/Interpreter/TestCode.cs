using HogTrace.Bytecode;
using HogTrace.Interpreter;
using HogTrace.Parser;
using HogTrace.Runtime;
using HogTrace.Tests.Unit.Runtime;

namespace HogTrace.Tests.Unit.Interpreter;

/// <summary>Everything that can be told from outside of how a predicate went.</summary>
internal sealed record Ending(CodeOutcome Outcome, int FuelLeft, int Executed, int Touched, FaultKind Fault, int At, string? Message);

/// <summary>A predicate over arguments <c>a</c>, <c>b</c>, <c>c</c>, as the interpreter runs it.</summary>
internal sealed class TestCode
{
    private static readonly MemberResolver s_members = new(MemberPolicy.Safe);
    private static readonly RunHost s_host = TestRun.NewHost(TestRun.Generous);

    private readonly TranslatedCode _source;

    private TestCode(TranslatedCode source)
    {
        _source = source;
        Code = new InterpretedCode(source);
    }

    public InterpretedCode Code { get; }

    /// <param name="expression">The predicate.</param>
    /// <param name="type">The static type of <c>a</c>.</param>
    public static TestCode Of(string expression, Type? type = null)
    {
        var program = ProgramCompiler.Compile($"fn:a.b:entry / {expression} / {{ }}", new CompileOptions()).Program!;
        var verified = Verifier.Verify(program).Program!;
        var context = new TranslationContext(verified, s_members, SecretNames.Default);
        var shape = FrameShape.Typed(
            "a.b", ProbePoint.Entry, [new("a", type ?? typeof(object)), new("b", typeof(object)), new("c", typeof(object))]);
        return new TestCode(Translator.Translate(context, verified.Probes[0].Predicate!, shape, isPredicate: true));
    }

    /// <summary>The same predicate as no run has changed it.</summary>
    public TestCode Fresh() => new(_source);

    public Value[] Registers(params ReadOnlySpan<object?> arguments)
    {
        var registers = new Value[_source.RegisterCount];
        for (int i = 0; i < arguments.Length; i++)
            registers[i] = Value.FromObject(arguments[i]);
        return registers;
    }

    public Ending Run(int budget, params ReadOnlySpan<object?> arguments)
    {
        var run = NewRun(budget);
        var outcome = CodeInterpreter.Run(Code, ref Registers(arguments)[0], ref run);
        run.End();
        return EndingOf(outcome, ref run);
    }

    public CodeOutcome TryQuick(params ReadOnlySpan<object?> arguments) =>
        CodeInterpreter.TryQuick(Code.Steps, ref Registers(arguments)[0]);

    public RunContext NewRun(int budget)
    {
        var run = new RunContext(s_host) { Budget = budget };
        run.Slack = budget - _source.MaxCost;
        return run;
    }

    public static Ending EndingOf(CodeOutcome outcome, ref RunContext run) =>
        new(outcome, run.FuelLeft, run.Executed, run.Touched, run.Fault, run.FaultInstruction, run.FaultMessage);
}
