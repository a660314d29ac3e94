namespace HogTrace.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The input has errors, or could not be read or written.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>A bug of this program; the number is EX_SOFTWARE of sysexits.</summary>
    public const int InternalError = 70;

    /// <summary>Ctrl-C: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;
}
