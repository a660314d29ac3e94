using System.Reflection.Emit;
using HogTrace.IlBackend.Capturing;

namespace HogTrace.IlBackend.Emit;

/// <summary>
/// A method that a site calls for a hit: a predicate, or a body that is a simple capture. A false predicate is counted
/// down and the hit is over; everything else is left to the site, its body too, which has a method of its own: so a
/// predicate's calls nothing and needs no frame.
/// </summary>
internal sealed class SiteMethod
{
    private static readonly Type[] s_delegates =
    [
        typeof(SiteCode), typeof(SiteCode<>), typeof(SiteCode<,>), typeof(SiteCode<,,>), typeof(SiteCode<,,,>),
        typeof(SiteCode<,,,,>), typeof(SiteCode<,,,,,>), typeof(SiteCode<,,,,,,>), typeof(SiteCode<,,,,,,,>),
    ];

    private readonly SiteContract _contract;
    private readonly DynamicMethod _method;
    private readonly Label _done;
    private readonly Label _fires;
    private readonly Label _due;
    private readonly Type _delegate;
    private readonly int _number;
    private bool _isBody;

    /// <summary>A method over arguments of host types.</summary>
    public SiteMethod(SiteContract contract, int number, Type[] parameters, IlListing? listing = null)
        : this(contract, number, parameters, DelegateOver(parameters), listing)
    {
    }

    private SiteMethod(SiteContract contract, int number, Type[] parameters, Type type, IlListing? listing)
    {
        _contract = contract;
        _number = number;
        _delegate = type;

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

    /// <summary>A method over values of the language in a row.</summary>
    public static SiteMethod OverValues(SiteContract contract, int number) =>
        new(contract, number, [typeof(Runtime.Value).MakeByRefType()], typeof(UntypedSiteCode), null);

    private static Type DelegateOver(Type[] parameters) =>
        parameters.Length == 0 ? s_delegates[0] : s_delegates[parameters.Length].MakeGenericType(parameters);

    public static bool Supports(int parameters) => parameters < s_delegates.Length;

    /// <summary>Begins a body.</summary>
    public CaptureEnds BeginBody()
    {
        _isBody = true;
        return new CaptureEnds(_done, _fires, _due);
    }

    /// <summary>Writes the ends and jits the method. It is collected with the delegate.</summary>
    /// <param name="probe">The probe that the code is closed over: an open delegate would go through a shuffle thunk.</param>
    public Delegate Create(object probe)
    {
        WriteEnds();
        return _method.CreateDelegate(_delegate, probe);
    }

    /// <summary>Writes the ends, for a listing that no delegate is wanted of.</summary>
    public void WriteEnds()
    {
        if (!_isBody)
        {
            Begin("the predicate is false: counts it down");
            Writer.Mark(Ends.False);
            WriteCountdown();
            Writer.Mark(Ends.True);
        }

        WriteEnd(_fires, SiteOutcome.Fires);
        WriteEnd(_done, SiteOutcome.Done);
        WriteEnd(Ends.NeedsContext, SiteOutcome.NeedsContext);
        WriteEnd(_due, SiteOutcome.Due);
    }

    private void Begin(string purpose)
    {
        if (Writer.IsListed)
            Writer.Begin(new IlBlock(IlBlockKind.Exit, -1, purpose));
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
        Begin($"answers {outcome}");
        Writer.Mark(label);
        Writer.Int32((int)SiteAnswer.Of(outcome, _number));
        Writer.Return();
    }
}
