using System.Reflection;
using HogTrace.Agent.Modules;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Binding;

/// <summary>Where one probe stands, and why not elsewhere.</summary>
internal sealed class ProbePlaces(HogTraceProbe probe)
{
    private readonly HashSet<TracedMethod> _methods = [];
    private readonly List<MethodProblem> _problems = [];
    private int _problemCount;

    public HogTraceProbe Probe => probe;

    public MethodFilter Filter { get; } = new(probe.Pattern);

    public int Methods => _methods.Count;

    public int Problems => _problemCount;

    public bool HasSourceProblem { get; private set; }

    public void Add(TracedMethod method) => _methods.Add(method);

    public bool Remove(TracedMethod method) => _methods.Remove(method);

    // What the user can mend is reported first when there is not room for all.
    public void Report(MethodProblem problem)
    {
        _problemCount++;
        HasSourceProblem |= problem.Kind == ProblemKind.Source;
        if (_problems.Count < AgentLimits.ReportedProblems)
            _problems.Add(problem);
        else if (problem.Kind == ProblemKind.Source && _problems.FindIndex(other => other.Kind != ProblemKind.Source) is >= 0 and var index)
            _problems[index] = problem;
    }

    public ProbeBinding ToBinding(Func<IEnumerable<Assembly>> assemblies) => new(
        probe.Id,
        probe.Target,
        EventJson.PointName(probe.Point),
        Methods,
        [.. _problems],
        _problemCount,
        Methods > 0 || _problemCount > 0 ? [] : NearestMethods.Of(Filter, probe.Target, assemblies()));
}
