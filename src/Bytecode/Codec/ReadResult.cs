using System.Diagnostics.CodeAnalysis;

namespace HogTrace.Bytecode;

/// <summary>What became of reading something from the wire: it, or why it is not accepted.</summary>
internal readonly record struct ReadResult<T>(T? Value, Rejection? Rejection)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Value is not null;
}
