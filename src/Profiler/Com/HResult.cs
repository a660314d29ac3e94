namespace HogTrace.Profiler.Com;

/// <summary>The result codes used here, from winerror.h and corerror.h.</summary>
internal static class HResult
{
    public const int Ok = 0;
    public const int NoInterface = unchecked((int)0x80004002);
    public const int Fail = unchecked((int)0x80004005);
    public const int ClassNotAvailable = unchecked((int)0x80040111);
    public const int InvalidArgument = unchecked((int)0x80070057);
    public const int InsufficientBuffer = unchecked((int)0x8007007A);

    /// <summary>Not loaded, or not yet initialized, by a runtime.</summary>
    public const int NotReady = unchecked((int)0x80070015);

    /// <summary>CORPROF_E_PROFILER_CANCEL_ACTIVATION: the runtime unloads the profiler and runs on.</summary>
    public const int CancelActivation = unchecked((int)0x80131375);

    /// <summary>CORPROF_E_MODULE_IS_DYNAMIC: the method's module is made at run time, or can be unloaded.</summary>
    public const int ModuleIsDynamic = unchecked((int)0x8013137A);

    /// <summary>CORPROF_E_MODULE_IS_ENC: the method's module can be edited while it runs, as under <c>dotnet watch</c>.</summary>
    public const int ModuleIsEditable = unchecked((int)0x8013138A);

    public static bool Failed(int code) => code < 0;
}
