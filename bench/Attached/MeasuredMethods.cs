using System.Runtime.CompilerServices;

namespace HogTrace.Bench.Attached;

/// <summary>Methods that do next to nothing, so that what is measured is the call; and a loop over each.</summary>
internal sealed class MeasuredMethods
{
    public int Offset { get; } = 1;

    /// <summary>The loops by the name of the method.</summary>
    public static IReadOnlyList<(string Name, Func<int, long> Loop)> Loops { get; } =
    [
        (nameof(Unprobed), LoopUnprobed),
        (nameof(EntryAndExit), LoopEntryAndExit),
        (nameof(EntryOnly), LoopEntryOnly),
        (nameof(ExitOnly), LoopExitOnly),
        (nameof(OfText), LoopOfText),
        (nameof(OfFour), LoopOfFour),
        (nameof(OfInstance), LoopOfInstance),
        (nameof(Inlined), LoopInlined),
    ];

    /// <summary>Probes at each, none of which ever fires.</summary>
    public static string Source { get; } =
        """
        fn:HogTrace.Bench.Attached.MeasuredMethods.EntryAndExit:entry / arg0 == -1 / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.EntryAndExit:exit / retval == -1 / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.EntryOnly:entry / arg0 == -1 / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.ExitOnly:exit / retval == -1 / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.OfText:entry / text == "other" / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.OfFour:entry / number == -1 || flag || fraction > 1.5 || text == "other" / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.OfFour:exit / retval > 3.5 / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.OfInstance:entry / self.Offset == number / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.OfInstance:exit / retval == -1 / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.Inlined:entry / arg0 == -1 / {}
        fn:HogTrace.Bench.Attached.MeasuredMethods.Inlined:exit / retval == -1 / {}
        """;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Unprobed(int number) => number + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int EntryAndExit(int number) => number + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int EntryOnly(int number) => number + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ExitOnly(int number) => number + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int OfText(string text) => text.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double OfFour(int number, bool flag, double fraction, string text) => flag ? number : fraction + text.Length;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int OfInstance(int number) => number + Offset;

    private static int Inlined(int number) => number + 1;

    private static long LoopUnprobed(int calls)
    {
        long sum = 0;
        for (int i = 0; i < calls; i++)
            sum += Unprobed(i);
        return sum;
    }

    private static long LoopEntryAndExit(int calls)
    {
        long sum = 0;
        for (int i = 0; i < calls; i++)
            sum += EntryAndExit(i);
        return sum;
    }

    private static long LoopEntryOnly(int calls)
    {
        long sum = 0;
        for (int i = 0; i < calls; i++)
            sum += EntryOnly(i);
        return sum;
    }

    private static long LoopExitOnly(int calls)
    {
        long sum = 0;
        for (int i = 0; i < calls; i++)
            sum += ExitOnly(i);
        return sum;
    }

    private static long LoopOfText(int calls)
    {
        long sum = 0;
        for (int i = 0; i < calls; i++)
            sum += OfText("text");
        return sum;
    }

    private static long LoopOfFour(int calls)
    {
        double sum = 0;
        for (int i = 0; i < calls; i++)
            sum += OfFour(i, false, -0.5, "tea");
        return (long)sum;
    }

    private static long LoopOfInstance(int calls)
    {
        var instance = new MeasuredMethods();
        long sum = 0;
        // From 2 on: what the probe waits for is the offset, 1.
        for (int i = 2; i < calls + 2; i++)
            sum += instance.OfInstance(i);
        return sum;
    }

    private static long LoopInlined(int calls)
    {
        long sum = 0;
        for (int i = 0; i < calls; i++)
            sum += Inlined(i);
        return sum;
    }
}
