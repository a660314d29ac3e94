using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Agent.Binding;

/// <summary>What probes ask of a method. Bit i of the inputs stands for input i of the whole frame at that point.</summary>
internal sealed record ProbeDemand(bool AtEntry, ulong EntryInputs, bool AtExit, ulong ExitInputs)
{
    public static readonly ProbeDemand None = new(false, 0, false, 0);

    public static ProbeDemand operator |(ProbeDemand left, ProbeDemand right) => new(
        left.AtEntry || right.AtEntry,
        left.EntryInputs | right.EntryInputs,
        left.AtExit || right.AtExit,
        left.ExitInputs | right.ExitInputs);

    public static ProbeDemand At(ProbePoint point, ulong inputs) =>
        point == ProbePoint.Entry ? new(true, inputs, false, 0) : new(false, 0, true, inputs);

    /// <summary>The inputs of a point, in the order of the whole frame.</summary>
    public ImmutableArray<FrameInput> InputsAt(ProbePoint point, TracedMethod method)
    {
        ulong inputs = point == ProbePoint.Entry ? EntryInputs : ExitInputs;
        var whole = method.WholeFrame(point).Given;
        var chosen = ImmutableArray.CreateBuilder<FrameInput>();
        for (int i = 0; i < Math.Min(whole.Length, 64); i++)
        {
            if ((inputs >> i & 1) != 0)
                chosen.Add(whole[i]);
        }

        return chosen.DrainToImmutable();
    }
}
