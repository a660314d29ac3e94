using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.IlBackend;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// A place in a method where probes can be installed. Sites are static and outlive engines; every engine of the
/// process can install into every site. Thread safe.
/// </summary>
public abstract partial class ProbeSite
{
    private readonly ImmutableArray<ParameterShape> _parameters;

    // Of a site that stands at one point of a method that was attached to; null where it is told of a whole call.
    private readonly FrameShape? _shape;

    private protected ProbeSite(string name, string[] parameters, ReadOnlySpan<Type> types)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        var shapes = ImmutableArray.CreateBuilder<ParameterShape>(parameters.Length);
        for (int i = 0; i < parameters.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(parameters[i], nameof(parameters));
            shapes.Add(new ParameterShape(parameters[i], types[i]));
        }

        _parameters = shapes.MoveToImmutable();
        Plain = PlainOf(types);
    }

    private protected ProbeSite(FrameShape shape, ReadOnlySpan<Type> types)
    {
        Name = shape.Function;
        Plain = PlainOf(types);
        _parameters = shape.Parameters;
        _shape = shape;
    }

    /// <summary>Bit i is set when argument i is of a type whose references are values as they are, without a look at them.</summary>
    private protected ulong Plain { get; }

    /// <summary>Full name of the method that the site stands in.</summary>
    public string Name { get; }

    /// <summary>Names of the parameters, in order.</summary>
    public IEnumerable<string> Parameters => _parameters.Select(parameter => parameter.Name);

    /// <summary>Whether any engine has a probe here now.</summary>
    public bool IsProbed => Installed is not null;

    /// <summary>Whether its arguments have host types, which its code is compiled over.</summary>
    internal virtual bool IsTyped => true;

    // The invocation lists of all engines, or null. Read without a fence: a thread may run what was installed a
    // moment ago a few calls longer, or miss it a few calls longer; the lists themselves never change.
    internal SiteProbes? Installed { get; private set; }

    // The same list while exit probes stand here: what a call keeps that is to be told of its end.
    private protected SiteProbes? Exits { get; private set; }

    /// <summary>What is left of a hit when its entry probes have run.</summary>
    private protected SiteOutcome AfterEntry => Exits is null ? SiteOutcome.Done : SiteOutcome.Exits;

    /// <summary>The type of the method, where it is known.</summary>
    internal Type? DeclaringType => _shape?.DeclaringType;

    /// <summary>The point of the probes that run when the site is hit.</summary>
    internal ProbePoint HitPoint => _shape?.Point ?? ProbePoint.Entry;

    internal bool Has(ProbePoint point) => _shape is null || _shape.Point == point;

    internal FrameShape ShapeAt(ProbePoint point) => _shape ?? FrameShape.Typed(Name, point, _parameters);

    /// <summary>Puts a list in place; the registry's lock is held.</summary>
    internal virtual void Publish(SiteProbes? probes)
    {
        Installed = probes;
        Exits = probes is { Exit.Length: > 0 } ? probes : null;
    }

    /// <summary>Probes of the list have been compiled or given up; the registry's lock is held.</summary>
    internal void Republish() => Publish(Installed?.Renewed());

    private static ulong PlainOf(ReadOnlySpan<Type> types)
    {
        ulong plain = 0;
        for (int i = 0; i < types.Length; i++)
        {
            if (!types[i].IsValueType && !Value.MayHoldScalar(types[i]))
                plain |= 1UL << i;
        }

        return plain;
    }

    private protected static ReadOnlySpan<Type> TypesOf<TArguments>()
        where TArguments : struct, ISiteArguments => TArguments.Types;
}
