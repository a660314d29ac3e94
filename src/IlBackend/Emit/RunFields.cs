using System.Reflection;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Emit;

/// <summary>The fields of a run that lowered code reads and writes.</summary>
internal static class RunFields
{
    public static readonly FieldInfo Executed = Of(nameof(RunContext.Executed));

    public static readonly FieldInfo Touched = Of(nameof(RunContext.Touched));

    public static readonly FieldInfo Slack = Of(nameof(RunContext.Slack));

    public static readonly FieldInfo FaultInstruction = Of(nameof(RunContext.FaultInstruction));

    public static readonly FieldInfo ResumeAt = Of(nameof(RunContext.ResumeAt));

    public static readonly FieldInfo ResumeBias = Of(nameof(RunContext.ResumeBias));

    private static FieldInfo Of(string name) => typeof(RunContext).GetField(name)!;
}
