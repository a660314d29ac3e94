using System.Globalization;

namespace HogTrace.Bench.Attached;

/// <summary>What attaching costs a process: the attached mode from arguments to exit code.</summary>
internal static class AttachedCommand
{
    private const string Usage =
        """
        Usage: attached [calls] [--rounds N]     what a call costs while probes are armed, and after
               attached cost [--rounds N]        CPU and memory that a first attach takes, in fresh processes
               attached again [--rounds N]       the same of attaches one after the other to one process
               attached everything               every method of Newtonsoft.Json armed, and what that changes
        """;

    public static int Run(ReadOnlySpan<string> arguments)
    {
        string mode = arguments is [var first, ..] && !first.StartsWith('-') ? first : "calls";
        int? rounds = null;
        if (arguments is [.., "--rounds", var text])
            rounds = int.Parse(text, CultureInfo.InvariantCulture);
        switch (mode)
        {
            case "target":
                return MeasuredTarget.Serve();
            case "calls":
                return CallRounds.Run(rounds ?? 10);
            case "cost":
                return AttachCost.First(rounds ?? 5);
            case "again":
                return AttachCost.Again(rounds ?? 30);
            case "everything":
                return EverythingArmed.Run();
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
