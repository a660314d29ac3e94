using System.Reflection.Emit;

namespace HogTrace.IlBackend.Emit;

/// <summary>Where the code of a predicate goes when it is decided; whoever owns the method marks them.</summary>
/// <param name="True">It gave Bool True.</param>
/// <param name="False">It gave something else.</param>
/// <param name="NeedsContext">A guard failed; nothing has happened.</param>
internal readonly record struct PredicateEnds(Label True, Label False, Label NeedsContext);
