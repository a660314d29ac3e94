namespace HogTrace;

/// <summary>Makes sites. Keep each in a static readonly field. A name must not be null, the method's not empty.</summary>
public partial class ProbeSite
{
    /// <summary>A site in a method without arguments.</summary>
    /// <param name="name">Full name of the method, such as <c>Shop.Orders.Create</c>.</param>
    public static BareProbeSite For(string name) => SiteRegistry.Add(new BareProbeSite(name, []));

    /// <summary>A site in a method of one argument; each has a name.</summary>
    public static ProbeSite<T0> For<T0>(string name, string name0) =>
        SiteRegistry.Add(new ProbeSite<T0>(name, [name0]));

    /// <summary>A site in a method of two arguments; each has a name.</summary>
    public static ProbeSite<T0, T1> For<T0, T1>(string name, string name0, string name1) =>
        SiteRegistry.Add(new ProbeSite<T0, T1>(name, [name0, name1]));

    /// <summary>A site in a method of three arguments; each has a name.</summary>
    public static ProbeSite<T0, T1, T2> For<T0, T1, T2>(string name, string name0, string name1, string name2) =>
        SiteRegistry.Add(new ProbeSite<T0, T1, T2>(name, [name0, name1, name2]));

    /// <summary>A site in a method of four arguments; each has a name.</summary>
    public static ProbeSite<T0, T1, T2, T3> For<T0, T1, T2, T3>(string name, string name0, string name1, string name2, string name3) =>
        SiteRegistry.Add(new ProbeSite<T0, T1, T2, T3>(name, [name0, name1, name2, name3]));

    /// <summary>A site in a method of five arguments; each has a name.</summary>
    public static ProbeSite<T0, T1, T2, T3, T4> For<T0, T1, T2, T3, T4>(string name, string name0, string name1, string name2, string name3, string name4) =>
        SiteRegistry.Add(new ProbeSite<T0, T1, T2, T3, T4>(name, [name0, name1, name2, name3, name4]));

    /// <summary>A site in a method of six arguments; each has a name.</summary>
    public static ProbeSite<T0, T1, T2, T3, T4, T5> For<T0, T1, T2, T3, T4, T5>(string name, string name0, string name1, string name2, string name3, string name4, string name5) =>
        SiteRegistry.Add(new ProbeSite<T0, T1, T2, T3, T4, T5>(name, [name0, name1, name2, name3, name4, name5]));

    /// <summary>A site in a method of seven arguments; each has a name.</summary>
    public static ProbeSite<T0, T1, T2, T3, T4, T5, T6> For<T0, T1, T2, T3, T4, T5, T6>(string name, string name0, string name1, string name2, string name3, string name4, string name5, string name6) =>
        SiteRegistry.Add(new ProbeSite<T0, T1, T2, T3, T4, T5, T6>(name, [name0, name1, name2, name3, name4, name5, name6]));

    /// <summary>A site in a method of eight arguments; each has a name.</summary>
    public static ProbeSite<T0, T1, T2, T3, T4, T5, T6, T7> For<T0, T1, T2, T3, T4, T5, T6, T7>(string name, string name0, string name1, string name2, string name3, string name4, string name5, string name6, string name7) =>
        SiteRegistry.Add(new ProbeSite<T0, T1, T2, T3, T4, T5, T6, T7>(name, [name0, name1, name2, name3, name4, name5, name6, name7]));

    /// <summary>
    /// A site in a method whose arguments are values of the language already, or more than eight: an interpreter's, a
    /// message handler's. It is slower than a typed site.
    /// </summary>
    /// <param name="name">Full name of the method, such as <c>Shop.Orders.Create</c>.</param>
    /// <param name="parameters">Names of the parameters, in order; at most 60.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 60 parameters.</exception>
    public static UntypedProbeSite ForUntyped(string name, params ReadOnlySpan<string> parameters)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parameters.Length, Bytecode.Limits.SiteParameters, nameof(parameters));
        return SiteRegistry.Add(new UntypedProbeSite(name, [.. parameters]));
    }
}
