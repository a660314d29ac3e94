using System.Reflection.Emit;
using HogTrace.IlBackend.Capturing;

namespace HogTrace.IlBackend.Emit;

/// <summary>
/// The method that a site calls for a hit: the predicate, and a body that is a simple capture. A false predicate is
/// counted down and the hit is over; what isn't compiled is left to the site. Without a capture the method calls nothing
/// and needs no frame.
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
    private bool _hasBody;

    public SiteMethod(SiteContract contract, Type[] parameters, IlListing? listing = null)
    {
        _contract = contract;
        _parameters = parameters;

        // Of no module: such a method is jitted when its delegate is made, and the delegate points at the code. It
        // reads backing fields, which are private.
        _method = new DynamicMethod("hit", typeof(SiteOutcome), [contract.Probe, .. parameters], restrictedSkipVisibility: true);
        listing?.Arguments = ["probe", .. parameters.Select((_, index) => $"arg{index}")];
        Writer = new IlWriter(_method.GetILGenerator(), listing);
        Ends = new PredicateEnds(Writer.Label(), Writer.Label(), Writer.Label());
        (_done, _fires, _due) = (Writer.Label(), Writer.Label(), Writer.Label());
    }

    public IlWriter Writer { get; }

    public PredicateEnds Ends { get; }

    public static bool Supports(int parameters) => parameters < s_delegates.Length;

    /// <summary>Begins a body: where a predicate goes that is true.</summary>
    public CaptureEnds BeginBody()
    {
        _hasBody = true;
        Writer.Mark(Ends.True);
        return new CaptureEnds(_done, _fires, _due);
    }

    /// <summary>Writes the ends and jits the method. It is collected with the delegate.</summary>
    /// <param name="probe">The probe that the code is closed over: an open delegate would go through a shuffle thunk.</param>
    public Delegate Create(object probe)
    {
        WriteEnds();
        var type = _parameters.Length == 0 ? s_delegates[0] : s_delegates[_parameters.Length].MakeGenericType(_parameters);
        return _method.CreateDelegate(type, probe);
    }

    /// <summary>Writes the ends, for a listing that no delegate is wanted of.</summary>
    public void WriteEnds()
    {
        Begin("the predicate is false: counts it down");
        Writer.Mark(Ends.False);
        WriteCountdown();
        WriteEnd(_done, SiteOutcome.Done);
        if (!_hasBody)
            Writer.Mark(Ends.True);
        WriteEnd(_fires, SiteOutcome.Fires);
        WriteEnd(Ends.NeedsContext, SiteOutcome.NeedsContext);
        WriteEnd(_due, SiteOutcome.Due);
    }

    private void Begin(string purpose)
    {
        if (Writer.IsListed)
            Writer.Begin(new IlBlock(IlBlockKind.Exit, !_hasBody, -1, purpose));
    }

    /// <summary>Falls into the end that says that nothing is left to do.</summary>
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
    }

    private void WriteEnd(Label label, SiteOutcome outcome)
    {
        Begin($"answers {outcome}");
        Writer.Mark(label);
        Writer.Int32((int)outcome);
        Writer.Return();
    }
}
