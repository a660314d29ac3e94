using System.Runtime.CompilerServices;
using HogTrace.Runtime;

namespace HogTrace.Agent.Hooks;

/// <summary>Room on the stack for all inputs that a call can have: its parameters, and four more.</summary>
[InlineArray(Count)]
internal struct ValueRow
{
    public const int Count = Bytecode.Limits.SiteParameters + 4;

    private Value _first;
}
