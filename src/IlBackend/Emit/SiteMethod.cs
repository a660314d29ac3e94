using System.Reflection.Emit;

namespace HogTrace.IlBackend.Emit;

/// <summary>
/// The method that a site calls for a hit: the predicate. A false one is counted down and the hit is over; everything
/// else is left to the site, so that the method calls nothing and needs no frame.
/// </summary>
internal sealed class SiteMethod
{
    private static readonly Type[] s_delegates =
    [
        typeof(SiteCode), typeof(SiteCode<>), typeof(SiteCode<,>), typeof(SiteCode<,,>), typeof(SiteCode<,,,>),
        typeof(SiteCode<,,,,>), typeof(SiteCode<,,,,,>), typeof(SiteCode<,,,,,,>), typeof(SiteCode<,,,,,,,>),
    ];

    private readonly SiteContract _contract;
    private readonly Type[] _parameters;
    private readonly DynamicMethod _method;

    public SiteMethod(SiteContract contract, Type[] parameters)
    {
        _contract = contract;
        _parameters = parameters;

        // Of no module: such a method is jitted when its delegate is made, and the delegate points at the code. It
        // reads backing fields, which are private.
        _method = new DynamicMethod("hit", typeof(SiteOutcome), [contract.Probe, .. parameters], restrictedSkipVisibility: true);
        Writer = new IlWriter(_method.GetILGenerator());
        Ends = new PredicateEnds(Writer.Label(), Writer.Label(), Writer.Label());
    }

    public IlWriter Writer { get; }

    public PredicateEnds Ends { get; }

    public static bool Supports(int parameters) => parameters >= 1 && parameters < s_delegates.Length;

    /// <summary>Writes the ends and jits the method. It is collected with the delegate.</summary>
    /// <param name="probe">The probe that the code is closed over: an open delegate would go through a shuffle thunk.</param>
    public Delegate Create(object probe)
    {
        Writer.Mark(Ends.False);
        WriteCountdown();
        WriteEnd(Ends.True, SiteOutcome.Fires);
        WriteEnd(Ends.NeedsContext, SiteOutcome.NeedsContext);
        var type = _parameters.Length == 0 ? s_delegates[0] : s_delegates[_parameters.Length].MakeGenericType(_parameters);
        return _method.CreateDelegate(type, probe);
    }

    private void WriteCountdown()
    {
        var due = Writer.Label();
        var left = Writer.Local(typeof(int));
        Writer.Argument(0);
        Writer.Load(_contract.Countdown);
        Writer.Int32(1);
        Writer.Subtract();
        Writer.Store(left);
        Writer.Load(left);
        Writer.Int32(0);
        Writer.JumpIfLess(due);
        Writer.Argument(0);
        Writer.Load(left);
        Writer.Store(_contract.Countdown);
        Writer.Int32((int)SiteOutcome.Done);
        Writer.Return();
        WriteEnd(due, SiteOutcome.Due);
    }

    private void WriteEnd(Label label, SiteOutcome outcome)
    {
        Writer.Mark(label);
        Writer.Int32((int)outcome);
        Writer.Return();
    }
}
