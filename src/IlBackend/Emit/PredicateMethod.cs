using System.Reflection.Emit;

namespace HogTrace.IlBackend.Emit;

/// <summary>The method that a predicate is compiled into; the only place that makes one.</summary>
internal sealed class PredicateMethod
{
    // The delegate is closed over this object: an open static one would go through a shuffle thunk.
    private static readonly object s_closedOver = new();

    private static readonly Type[] s_delegates =
    [
        typeof(CompiledPredicate<>), typeof(CompiledPredicate<,>), typeof(CompiledPredicate<,,>),
        typeof(CompiledPredicate<,,,>), typeof(CompiledPredicate<,,,,>), typeof(CompiledPredicate<,,,,,>),
        typeof(CompiledPredicate<,,,,,,>), typeof(CompiledPredicate<,,,,,,,>),
    ];

    private readonly DynamicMethod _method;
    private readonly Type _delegate;

    public PredicateMethod(Type[] parameters)
    {
        _delegate = s_delegates[parameters.Length - 1].MakeGenericType(parameters);

        // Of no module: such a method is jitted when its delegate is made, and the delegate points at the code. It
        // reads backing fields, which are private.
        _method = new DynamicMethod(
            "predicate", typeof(CompiledOutcome), [typeof(object), .. parameters], restrictedSkipVisibility: true);
        Writer = new IlWriter(_method.GetILGenerator());
        Ends = new PredicateEnds(Writer.Label(), Writer.Label(), Writer.Label());
    }

    public IlWriter Writer { get; }

    public PredicateEnds Ends { get; }

    public static bool Supports(int parameters) => parameters >= 1 && parameters <= s_delegates.Length;

    /// <summary>Jits what was written. It is collected with the delegate.</summary>
    public Delegate Create()
    {
        WriteEnd(Ends.False, CompiledOutcome.False);
        WriteEnd(Ends.True, CompiledOutcome.True);
        WriteEnd(Ends.NeedsContext, CompiledOutcome.NeedsContext);
        return _method.CreateDelegate(_delegate, s_closedOver);
    }

    private void WriteEnd(Label label, CompiledOutcome outcome)
    {
        Writer.Mark(label);
        Writer.Int32((int)outcome);
        Writer.Return();
    }
}
