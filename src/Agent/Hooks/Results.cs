using System.Collections.Immutable;
using HogTrace.Runtime;

namespace HogTrace.Agent.Hooks;

/// <summary>Which of what is known only at the end of an asynchronous call its probes read; it follows the other inputs.</summary>
internal readonly record struct Results(bool ReadsValue, bool ReadsException, bool ReadsDuration)
{
    public static Results Of(ImmutableArray<FrameInput> exitInputs) => new(
        exitInputs.Contains(new FrameInput(FrameInputKind.ReturnValue, 0)),
        exitInputs.Contains(new FrameInput(FrameInputKind.Exception, 0)),
        exitInputs.Contains(new FrameInput(FrameInputKind.Duration, 0)));
}
