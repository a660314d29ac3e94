using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Bridge;
using HogTrace.Runtime;

namespace HogTrace.Agent.Hooks;

/// <summary>Hits a site whose inputs come as one struct.</summary>
internal sealed class PackedSiteHook(UntypedProbeSite site, bool isGuarded) : PackedHook
{
    public override void Hit<TInputs>(TInputs inputs)
    {
        if (!isGuarded)
        {
            Enter(in inputs);
        }
        else if (Guarded.TryEnter())
        {
            Enter(in inputs);
            Guarded.Leave();
        }
    }

    private void Enter<TInputs>(ref readonly TInputs inputs)
        where TInputs : struct
    {
        if (!site.IsProbed)
            return;
        ValueRow row = default;
        Span<Value> values = MemoryMarshal.CreateSpan(ref Unsafe.As<ValueRow, Value>(ref row), ValueRow.Count)[..PackedInputs<TInputs>.Count];
        PackedInputs<TInputs>.Store(in inputs, ref MemoryMarshal.GetReference(values));
        site.Enter(values);
    }
}
