using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using HogTrace.Execution;
using HogTrace.Runtime;

namespace HogTrace;

/// <summary>
/// What is kept of a call at an untyped site until its end. Used again for other calls: a call that is told of its end
/// twice is known by its turn, which is then over.
/// </summary>
internal sealed class UntypedCall
{
    private static readonly UntypedCall?[] s_spare = new UntypedCall?[Bytecode.Limits.SpareCalls];

    private Value[] _arguments = [];
    private int _count;
    private SiteProbes? _probes;
    private int _turn;

    /// <summary>Which of the calls that it stands for, one after the other, it stands for now.</summary>
    public int Turn => _turn;

    /// <summary>When the call entered, if an exit probe reads it.</summary>
    public long Started { get; set; }

    /// <summary>A place for each argument, all None at first.</summary>
    public Span<Value> Arguments => _arguments.AsSpan(0, _count);

    public static UntypedCall Take(SiteProbes probes, int count)
    {
        var call = TakeSpare() ?? new UntypedCall();
        if (call._arguments.Length < count)
            call._arguments = new Value[count];
        call._count = count;
        call._probes = probes;
        return call;
    }

    /// <summary>Runs the exit probes, unless the turn is over.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void End(int turn, Value result, Exception? exception)
    {
        if (Interlocked.CompareExchange(ref _turn, turn + 1, turn) != turn)
            return;
        var probes = _probes!;
        if (probes.ExitRegisters <= SmallRegisters.Count)
            RunSmall(probes, result, exception);
        else
            RunLarge(probes, result, exception);
        _probes = null;
        Arguments.Clear();
        GiveBack(this);
    }

    private void RunSmall(SiteProbes probes, Value result, Exception? exception)
    {
        Unsafe.SkipInit(out SmallRegisters registers);
        Run(probes, result, exception, ref registers.First);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunLarge(SiteProbes probes, Value result, Exception? exception)
    {
        LargeRegisters registers = default;
        using var rented = new RentedRegisters(probes.ExitRegisters);
        Run(probes, result, exception, ref rented.FirstOr(ref registers.First));
    }

    private void Run(SiteProbes probes, Value result, Exception? exception, ref Value first)
    {
        ValueSpans.CopyFew(Arguments, MemoryMarshal.CreateSpan(ref first, _count));
        Calls.RunExit(probes, Started, result, exception, ref first, _count);
    }

    // A place each thread begins to look at, so that they seldom meet. What finds no place is garbage.
    private static UntypedCall? TakeSpare()
    {
        int start = Environment.CurrentManagedThreadId;
        for (int i = 0; i < s_spare.Length; i++)
        {
            ref var place = ref s_spare[(start + i) % s_spare.Length];
            if (place is not null && Interlocked.Exchange(ref place, null) is { } call)
                return call;
        }

        return null;
    }

    private static void GiveBack(UntypedCall call)
    {
        int start = Environment.CurrentManagedThreadId;
        for (int i = 0; i < s_spare.Length; i++)
        {
            ref var place = ref s_spare[(start + i) % s_spare.Length];
            if (place is null && Interlocked.CompareExchange(ref place, call, null) is null)
                return;
        }
    }
}
