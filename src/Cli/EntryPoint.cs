using System.Runtime.InteropServices;
using HogTrace.Cli.Output;

namespace HogTrace.Cli;

/// <summary>Runs the command line and turns what goes wrong into an exit code and one line.</summary>
internal static class EntryPoint
{
    public static int Main(string[] arguments)
    {
        using var console = new CommandConsole();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            if (console.Interrupted is { } interrupted)
            {
                interrupted();
                return;
            }

            console.FlushOnInterrupt();
            Environment.Exit(ExitCodes.Interrupted);
        });
        try
        {
            int code = new CommandLine(console).Run(arguments);
            console.Flush();
            return code;
        }
        catch (OutputFailedException failure)
        {
            // Whoever read the output has seen enough: that is no failure. A full disk is one.
            if (failure.IsClosed)
                return ExitCodes.Success;
            console.Error($"can't write the output: {failure.Message}");
            return ExitCodes.Failure;
        }
        catch (Exception bug)
        {
            console.Error($"internal error: {bug.GetType().Name}: {bug.Message}");
            return ExitCodes.InternalError;
        }
    }
}
