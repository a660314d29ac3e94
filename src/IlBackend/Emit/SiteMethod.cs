using System.Reflection.Emit;
using HogTrace.IlBackend.Capturing;

namespace HogTrace.IlBackend.Emit;

/// <summary>
/// A method that a site calls for a hit: a predicate, or a body that is a simple capture. A false predicate is counted
/// down and the hit is over; what isn't compiled is left to the site. A predicate goes on to its body with a jump, so
/// that its own method calls nothing and needs no frame.
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
    private readonly Label _done;
    private readonly Label _fires;
    private readonly Label _due;
    private readonly Type _delegate;
    private bool _isBody;
    private bool _hasBody;

    public SiteMethod(SiteContract contract, Type[] parameters)
    {
        _contract = contract;
        _parameters = parameters;

        // Of no module: such a method is jitted when its delegate is made, and the delegate points at the code. It
        // reads backing fields, which are private.
        _method = new DynamicMethod("hit", typeof(SiteOutcome), [contract.Probe, .. parameters], restrictedSkipVisibility: true);
        _delegate = parameters.Length == 0 ? s_delegates[0] : s_delegates[parameters.Length].MakeGenericType(parameters);
        Writer = new IlWriter(_method.GetILGenerator());
        Ends = new PredicateEnds(Writer.Label(), Writer.Label(), Writer.Label());
        (_done, _fires, _due) = (Writer.Label(), Writer.Label(), Writer.Label());
    }

    public IlWriter Writer { get; }

    public PredicateEnds Ends { get; }

    public static bool Supports(int parameters) => parameters < s_delegates.Length;

    /// <summary>Begins a body.</summary>
    public CaptureEnds BeginBody()
    {
        _isBody = true;
        return new CaptureEnds(_done, _fires, _due);
    }

    /// <summary>A true predicate goes on to the code in the probe's field for bodies.</summary>
    public void GoOnToBody() => _hasBody = true;

    /// <summary>Writes the ends and jits the method. It is collected with the delegate.</summary>
    /// <param name="probe">The probe that the code is closed over: an open delegate would go through a shuffle thunk.</param>
    public Delegate Create(object probe)
    {
        if (!_isBody)
        {
            Writer.Mark(Ends.False);
            WriteCountdown();
            Writer.Mark(Ends.True);
            if (_hasBody)
                WriteJumpToBody();
        }

        WriteEnd(_fires, SiteOutcome.Fires);
        WriteEnd(_done, SiteOutcome.Done);
        WriteEnd(Ends.NeedsContext, SiteOutcome.NeedsContext);
        WriteEnd(_due, SiteOutcome.Due);
        return _method.CreateDelegate(_delegate, probe);
    }

    // The field holds a delegate of this very type.
    private void WriteJumpToBody()
    {
        Writer.Argument(0);
        Writer.Load(_contract.Body);
        for (int i = 1; i <= _parameters.Length; i++)
            Writer.Argument(i);
        Writer.TailCallVirtual(_delegate.GetMethod("Invoke")!);
    }

    private void WriteCountdown()
    {
        var left = Writer.Local(typeof(int));
        Writer.Argument(0);
        Writer.Load(_contract.Countdown);
        Writer.Int32(1);
        Writer.Subtract();
        Writer.Store(left);
        Writer.Load(left);
        Writer.Int32(0);
        Writer.JumpIfLess(_due);
        Writer.Argument(0);
        Writer.Load(left);
        Writer.Store(_contract.Countdown);
        Writer.Jump(_done);
    }

    private void WriteEnd(Label label, SiteOutcome outcome)
    {
        Writer.Mark(label);
        Writer.Int32((int)outcome);
        Writer.Return();
    }
}
