using System.Runtime.InteropServices;
using HogTrace.Cli;
using HogTrace.Cli.Output;

var console = new CommandConsole();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ =>
{
    console.FlushOnInterrupt();
    Environment.Exit(ExitCodes.Interrupted);
});

try
{
    int code = new CommandLine(console).Run(args);
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
    console.TryFlush();
    console.Error($"internal error: {bug.GetType().Name}: {bug.Message}");
    return ExitCodes.InternalError;
}
