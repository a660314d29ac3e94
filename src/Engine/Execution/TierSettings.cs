using HogTrace.Diagnostics;
using HogTrace.Runtime;

namespace HogTrace.Execution;

/// <summary>What decides about tiers.</summary>
/// <param name="After">Runs after which code is compiled; 0 for at once, negative for never.</param>
/// <param name="Budget">The instruction budget of runs.</param>
/// <param name="Members">Which members may be read.</param>
internal sealed record TierSettings(int After, int Budget, MemberResolver Members)
{
    /// <summary>Is told what is compiled; null where nobody asks.</summary>
    public CompilationLog? Log { get; init; }
}
