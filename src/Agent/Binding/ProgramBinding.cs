using System.Reflection;
using HogTrace.Agent.Modules;
using HogTrace.AgentProtocol;
using HogTrace.Runtime;

namespace HogTrace.Agent.Binding;

/// <summary>Where the probes of a program stand in the assemblies looked at so far.</summary>
internal sealed class ProgramBinding
{
    private readonly ProbeBinder _binder;
    private readonly bool _includesFramework;
    private readonly ProbePlaces[] _places;
    private readonly MethodFilter[] _filters;
    private readonly HashSet<MethodBase> _methods = [];
    private readonly Func<IEnumerable<Assembly>> _assemblies;

    /// <summary>Begins with no place for any probe.</summary>
    /// <param name="program">The program.</param>
    /// <param name="members">Decides which members of host types may be read.</param>
    /// <param name="secrets">Names whose values are redacted.</param>
    /// <param name="includesFramework">Whether patterns that begin with a wildcard also match the framework's own methods.</param>
    /// <param name="assemblies">Where names are looked for that a target that matches nothing was meant to be.</param>
    public ProgramBinding(
        HogTraceProgram program, MemberResolver members, SecretNames secrets, bool includesFramework, Func<IEnumerable<Assembly>> assemblies)
    {
        _assemblies = assemblies;
        _binder = new ProbeBinder(program, members, secrets);
        _includesFramework = includesFramework;
        _places = [.. program.Probes.Select(probe => new ProbePlaces(probe))];
        _filters = Array.ConvertAll(_places, places => places.Filter);
    }

    /// <summary>Whether a probe fits no method although it matches some: the source is wrong.</summary>
    public bool IsWrong => _places.Any(places => places is { Methods: 0, HasSourceProblem: true });

    /// <summary>How many there are of methods that match and can't be probed, or not as asked.</summary>
    public int Problems => _places.Sum(places => places.Problems);

    /// <summary>Whether there are more methods than a program may stand in.</summary>
    public bool IsFull => _methods.Count >= AgentLimits.Methods;

    /// <summary>Whether an assembly may have methods of the program, to be told without a look at it.</summary>
    public bool MayConcern(Assembly assembly) =>
        LoadedAssemblies.IsProgram(assembly)
        && _places.Any(places => LoadedAssemblies.Includes(assembly, places.Filter, _includesFramework));

    /// <summary>Binds the methods of an assembly, and adds what is asked of each.</summary>
    public void Add(Assembly assembly, Dictionary<TracedMethod, ProbeDemand> demands)
    {
        foreach (var found in MethodFinder.Find(assembly, _filters, _includesFramework, AgentLimits.Methods))
        {
            foreach (var places in _places)
            {
                if (LoadedAssemblies.Includes(assembly, places.Filter, _includesFramework) && places.Filter.IsMatch(found.Name))
                    Bind(places, found, demands);
            }
        }
    }

    /// <summary>A method has turned out not to be armable.</summary>
    public void Refuse(TracedMethod method, string reason)
    {
        foreach (var places in _places.Where(places => places.Remove(method)))
            places.Report(new MethodProblem(method.Signature, reason, ProblemKind.Method));
    }

    public BindingReport ToReport() => new([.. _places.Select(places => places.ToBinding(() => AssembliesFor(places)))]);

    // The framework has more methods than are looked at, so it comes last, and only for a target that may mean it.
    private IEnumerable<Assembly> AssembliesFor(ProbePlaces places)
    {
        string root = places.Probe.Pattern.Text.Split('.')[0];
        return _assemblies()
            .Where(assembly => LoadedAssemblies.Includes(assembly, places.Filter, _includesFramework)
                && (_includesFramework || !FrameworkTypes.Contains(assembly) || assembly.GetName().Name?.Split('.')[0] == root))
            .OrderBy(FrameworkTypes.Contains);
    }

    private void Bind(ProbePlaces places, FoundMethod found, Dictionary<TracedMethod, ProbeDemand> demands)
    {
        if (found.Traced is not { } method)
        {
            places.Report(new MethodProblem(found.Signature, found.Obstacle!, ProblemKind.Method));
            return;
        }

        if (IsFull && !_methods.Contains(method.Method))
        {
            places.Report(new MethodProblem(found.Signature, $"a program stands in {AgentLimits.Methods} methods at most", ProblemKind.Method));
            return;
        }

        var problems = new List<MethodProblem>();
        var demand = _binder.TryBind(places.Probe, method, problems);
        foreach (var problem in problems)
            places.Report(problem);
        if (demand is null)
            return;
        places.Add(method);
        _methods.Add(method.Method);
        demands[method] = demands.GetValueOrDefault(method, ProbeDemand.None) | demand;
    }
}
