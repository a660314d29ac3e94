using System.Reflection.Emit;
using HogTrace.IlBackend.Lowering;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Emit;

/// <summary>The method that a predicate over a register file, without a run context, is compiled into.</summary>
internal sealed class QuickMethod
{
    // The delegate is closed over this object: an open static one would go through a shuffle thunk.
    private static readonly object s_closedOver = new();

    private readonly DynamicMethod _method = new(
        "try", typeof(int), [typeof(object), typeof(Value).MakeByRefType()], restrictedSkipVisibility: true);

    public QuickMethod(IlListing? listing)
    {
        listing?.Arguments = ["nothing", "registers"];
        Writer = new IlWriter(_method.GetILGenerator(), listing);
        Ends = new PredicateEnds(Writer.Label(), Writer.Label(), Writer.Label());
        Fuel = new FuelCount(Writer);
        Writer.Int32(1);
        Fuel.Begin();
    }

    public IlWriter Writer { get; }

    public PredicateEnds Ends { get; }

    public FuelCount Fuel { get; }

    /// <summary>Jits what was written. It is collected with the delegate.</summary>
    public QuickCode Create()
    {
        WriteEnd(Ends.False, CompiledOutcome.False);
        WriteEnd(Ends.True, CompiledOutcome.True);
        Writer.Mark(Ends.NeedsContext);
        Writer.Int32((int)CompiledOutcome.NeedsContext);
        Writer.Return();
        return _method.CreateDelegate<QuickCode>(s_closedOver);
    }

    private void WriteEnd(Label label, CompiledOutcome outcome)
    {
        Writer.Mark(label);
        Writer.Load(Fuel.Bias);
        Writer.ShiftLeft(QuickResult.OutcomeBits);
        Writer.Int32((int)outcome);
        Writer.Or();
        Writer.Return();
    }
}
