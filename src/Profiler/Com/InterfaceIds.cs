namespace HogTrace.Profiler.Com;

/// <summary>Names of interfaces, from unknwn.h, corprof.idl and cor.h.</summary>
internal static class InterfaceIds
{
    public static readonly Guid Unknown = new("00000000-0000-0000-C000-000000000046");
    public static readonly Guid ClassFactory = new("00000001-0000-0000-C000-000000000046");

    /// <summary>ICorProfilerInfo10, .NET Core 3.0: the first with RequestReJITWithInliners.</summary>
    public static readonly Guid ProfilerInfo10 = new("2F1B5152-C869-40C9-AA5F-3ABE026BD720");

    public static readonly Guid MetaDataImport2 = new("FCE5EFA0-8BBA-4F8E-A036-8F2022B08466");
    public static readonly Guid MetaDataEmit2 = new("F5DD9950-F693-42E6-830E-7B833E8146A9");
    public static readonly Guid MetaDataAssemblyEmit = new("211EF15B-5317-4438-B196-DEC87B887693");

    /// <summary>ICorProfilerCallback and its successors up to the eleventh, which are one vtable.</summary>
    public static readonly Guid[] ProfilerCallbacks =
    [
        new("176FBED1-A55C-4796-98CA-A9DA0EF883E7"),
        new("8A8CC829-CCF2-49FE-BBAE-0F022228071A"),
        new("4FD2ED52-7731-4B8D-9469-03D2CC3086C5"),
        new("7B63B2E3-107D-4D48-B2F6-F61E229470D2"),
        new("8DFBA405-8C9F-45F8-BFFA-83B14CEF78B5"),
        new("FC13DF4B-4448-4F4F-950C-BA8D19D00C36"),
        new("F76A2DBA-1D52-4539-866C-2AA518F9EFC3"),
        new("5BED9B15-C079-4D47-BFE2-215A140C07E0"),
        new("27583EC3-C8F5-482F-8052-194B8CE4705A"),
        new("CEC5B60E-C69C-495F-87F6-84D28EE16FFB"),
        new("42350846-AAED-47F7-B128-FD0C98881CDE"),
    ];
}
