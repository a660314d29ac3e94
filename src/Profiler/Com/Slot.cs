namespace HogTrace.Profiler.Com;

/// <summary>Places of methods in vtables, counted over the declarations of corprof.idl and cor.h.</summary>
internal static class Slot
{
    internal static class Unknown
    {
        public const int QueryInterface = 0;
        public const int AddRef = 1;
        public const int Release = 2;
    }

    internal static class ClassFactory
    {
        public const int CreateInstance = 3;
        public const int LockServer = 4;
        public const int Count = 5;
    }

    /// <summary>ICorProfilerCallback to ICorProfilerCallback11, which we implement.</summary>
    internal static class Callback
    {
        public const int Initialize = 3;
        public const int Shutdown = 4;
        public const int InitializeForAttach = 80;
        public const int ProfilerAttachComplete = 81;
        public const int GetReJitParameters = 84;
        public const int ReJitCompilationFinished = 85;
        public const int ReJitError = 86;

        /// <summary>IUnknown's, then what each version added.</summary>
        public const int Count = 3 + 69 + 8 + 3 + 6 + 1 + 1 + 1 + 2 + 1 + 2 + 1;
    }

    /// <summary>ICorProfilerInfo to ICorProfilerInfo10.</summary>
    internal static class Info
    {
        public const int GetFunctionInfo = 15;
        public const int GetModuleMetaData = 21;
        public const int GetIlFunctionBody = 22;
        public const int GetModuleInfo2 = 70;
        public const int RequestRevert = 74;
        public const int SetEventMask2 = 82;
        public const int RequestReJitWithInliners = 96;
    }

    /// <summary>ICorProfilerFunctionControl.</summary>
    internal static class FunctionControl
    {
        public const int SetIlFunctionBody = 4;
        public const int SetIlInstrumentedCodeMap = 5;
    }

    /// <summary>IMetaDataImport2.</summary>
    internal static class Import
    {
        public const int CloseEnum = 3;
        public const int CountEnum = 4;
        public const int GetTypeDefProps = 12;
        public const int GetTypeRefProps = 14;
        public const int GetMethodProps = 30;
        public const int GetSigFromToken = 41;
        public const int EnumGenericParams = 65;
    }

    /// <summary>IMetaDataEmit2.</summary>
    internal static class Emit
    {
        public const int DefineTypeRefByName = 12;
        public const int DefineMemberRef = 14;
        public const int GetTokenFromSig = 23;
        public const int GetTokenFromTypeSpec = 26;
        public const int DefineMethodSpec = 52;
    }

    /// <summary>IMetaDataAssemblyEmit.</summary>
    internal static class AssemblyEmit
    {
        public const int DefineAssemblyRef = 4;
    }
}
