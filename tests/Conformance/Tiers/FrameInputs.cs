using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Tiers;

/// <summary>The input registers of a dynamic frame.</summary>
internal static class FrameInputs
{
    public static FrameShape ShapeOf(ProbeFrame frame) => FrameShape.Dynamic(frame.Point, frame.Arguments.Length);

    public static Value[] Of(ProbeFrame frame, int registers)
    {
        var values = new Value[registers];
        frame.Arguments.CopyTo(values);
        int next = frame.Arguments.Length;
        values[next++] = frame.Self;
        if (frame.Point == ProbePoint.Exit)
        {
            values[next++] = frame.ReturnValue;
            values[next++] = frame.Exception;
            values[next] = Value.FromFloat(frame.Duration);
        }

        return values;
    }
}
