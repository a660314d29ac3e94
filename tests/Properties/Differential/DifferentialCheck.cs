using HogTrace.Bytecode;
using HogTrace.IlBackend;
using HogTrace.Parser;
using HogTrace.Runtime;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>A random program over random inputs, in two ways.</summary>
internal static class DifferentialCheck
{
    /// <summary>Calls that each program runs over.</summary>
    public const int Inputs = 16;

    private static readonly NamedValues s_noNames = new ProbeFrame("a.b", ProbePoint.Entry).Names;

    // Runs that are interpreted before the code is compiled, where it learns.
    private const int Lessons = 5;

    private static readonly ProbeEngine[] s_engines =
    [
        Engine(10_000, MemberPolicy.PublicGetters), Engine(10_000, MemberPolicy.Safe), Engine(60, MemberPolicy.NonPublic), Engine(13, MemberPolicy.Safe),
    ];

    /// <summary>Whether a program came of the decisions; what disagrees, or null.</summary>
    public static bool TryRun(byte[] decisions, PairMaker pairOf, out string? complaint)
    {
        complaint = null;
        var choices = new Choices(decisions);
        var engine = choices.Pick(s_engines);
        bool isSource = choices.IsOneOf100(60);
        string? source = null;
        Program? program;
        if (isSource)
            program = ProgramCompiler.Compile(source = new SourceMaker(choices).Make(), new CompileOptions()).Program;
        else
            program = ProgramMaker.Make(choices) is (var made, false) ? made : null;
        if (program is null || Verifier.Verify(program).Program is not { } verified)
            return false;
        complaint = isSource
            ? RunSource(shape => pairOf(engine, verified, shape), choices, decisions)
            : RunBytecode(shape => pairOf(engine, verified, shape), choices, decisions);
        if (complaint is not null)
            complaint = $"{source}\n{complaint}";
        return true;
    }

    private static string? RunSource(Func<FrameShape, IProbePair> pairOf, Choices choices, byte[] decisions)
    {
        var shape = TypedInputs.Shape(choices);
        var pair = pairOf(shape);
        var random = new Random(decisions.Length * 31 + (decisions.Length > 0 ? decisions[0] : 0));
        return Run(pair, choices, i => (TypedInputs.Make(random, shape), shape.IsDynamic ? s_noNames : null));
    }

    private static string? RunBytecode(Func<FrameShape, IProbePair> pairOf, Choices choices, byte[] decisions)
    {
        int arguments = choices.Next(4);
        var pair = pairOf(FrameShape.Dynamic(ProbePoint.Entry, arguments));
        var frames = new Random(decisions.Length);
        byte[] bytes = new byte[32];
        return Run(pair, choices, i =>
        {
            frames.NextBytes(bytes);
            var frame = FrameMaker.Make(new Choices(bytes), arguments);
            return ([.. frame.Arguments, frame.Self], frame.Names);
        });
    }

    private static string? Run(IProbePair pair, Choices choices, Func<int, (Value[] Inputs, NamedValues? Names)> frame)
    {
        int lessons = choices.IsOneOf100(50) ? Lessons : 0;
        var speculation = (Speculation)choices.Next(3);
        for (int i = 0; i < Inputs; i++)
        {
            if (i == lessons)
                pair.Compile(speculation);
            var (inputs, names) = frame(i);
            if (pair.Compare(inputs, names) is { } complaint)
                return $"{complaint}\ninput {i}: {string.Join(", ", inputs.Select(Describe))}; {speculation}, after {lessons} lessons";
        }

        return null;
    }

    private static string Describe(Value value) => value.Kind switch
    {
        ValueKind.String => $"'{value.ToObject()}'",
        ValueKind.Object => value.ToObject()!.GetType().Name,
        _ => $"{value}",
    };

    private static ProbeEngine Engine(int budget, MemberPolicy members) => new(new ProbeEngineOptions
    {
        Members = members,
        Limits = RunLimits.Default with { InstructionBudget = budget, WallClock = TimeSpan.FromDays(1) },
    });
}
