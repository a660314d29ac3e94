using HogTrace.Cli.Attaching;

namespace HogTrace.Cli.Starting;

/// <summary>Tells the SDK's own processes, such as <c>dotnet run</c> and what it starts to build, from programs.</summary>
internal static class SdkProcess
{
    public static bool Is(int processId)
    {
        string[] arguments = ProcessFiles.ArgumentsOf(processId);
        if (arguments.Take(2).Any(argument => argument.Contains("/sdk/", StringComparison.Ordinal)))
            return true;
        return arguments.Length > 0 && Path.GetFileName(arguments[0]) == "dotnet"
            && (arguments.Length == 1 || (arguments[1] != "exec" && !arguments[1].EndsWith(".dll", StringComparison.OrdinalIgnoreCase)));
    }
}
