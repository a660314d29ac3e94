namespace HogTrace.AgentProtocol;

/// <summary>Where each probe of a program stands, in source order.</summary>
internal sealed record BindingReport(IReadOnlyList<ProbeBinding> Probes);

/// <summary>Where a probe stands.</summary>
/// <param name="Probe">Its id.</param>
/// <param name="Target">Its pattern.</param>
/// <param name="Point">entry or exit.</param>
/// <param name="Methods">How many methods it stands in.</param>
/// <param name="Problems">Methods that match and don't get it, or get it with a reservation; at most 100 of them.</param>
/// <param name="ProblemCount">How many there are.</param>
/// <param name="Nearest">Of a probe that matches nothing, the names nearest to its target; at most three.</param>
internal sealed record ProbeBinding(
    string Probe,
    string Target,
    string Point,
    int Methods,
    IReadOnlyList<MethodProblem> Problems,
    int ProblemCount,
    IReadOnlyList<string> Nearest);

/// <summary>Why a method that matches doesn't get a probe.</summary>
/// <param name="Method">Its signature.</param>
/// <param name="Message">Why not.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Line">Where in the source, from 1; 0 when nowhere.</param>
/// <param name="Column">Likewise.</param>
internal sealed record MethodProblem(string Method, string Message, ProblemKind Kind, int Line = 0, int Column = 0);

/// <summary>What a problem is about.</summary>
internal enum ProblemKind
{
    /// <summary>The probe asks for what the method hasn't: a parameter, a member. An error of the source.</summary>
    Source,

    /// <summary>The method can't be probed.</summary>
    Method,

    /// <summary>The probe stands there, but not all of it works.</summary>
    Warning,
}
