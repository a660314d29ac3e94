namespace HogTrace.Bench.Rivals;

/// <summary>A predicate over <c>arg0</c> and <c>arg1</c> as other engines are given it.</summary>
/// <param name="CSharp">For Dynamic.Core and Roslyn.</param>
/// <param name="JavaScript">For Jint.</param>
internal sealed record PredicateText(string CSharp, string JavaScript);
