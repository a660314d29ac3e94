namespace HogTrace.IlBackend;

// One delegate type for each number of arguments, so that a typed site calls its code without boxing.

/// <summary>What a hit of an untyped site calls, with the first of its arguments; the others follow it. Writes none.</summary>
internal delegate SiteOutcome UntypedSiteCode(ref Runtime.Value first);

/// <summary>What a hit of a site without arguments calls.</summary>
internal delegate SiteOutcome SiteCode();

/// <summary>What a hit of a site of one argument calls.</summary>
internal delegate SiteOutcome SiteCode<in T0>(T0 arg0);

/// <summary>What a hit of a site of two arguments calls.</summary>
internal delegate SiteOutcome SiteCode<in T0, in T1>(T0 arg0, T1 arg1);

/// <summary>What a hit of a site of three arguments calls.</summary>
internal delegate SiteOutcome SiteCode<in T0, in T1, in T2>(T0 arg0, T1 arg1, T2 arg2);

/// <summary>What a hit of a site of four arguments calls.</summary>
internal delegate SiteOutcome SiteCode<in T0, in T1, in T2, in T3>(T0 arg0, T1 arg1, T2 arg2, T3 arg3);

/// <summary>What a hit of a site of five arguments calls.</summary>
internal delegate SiteOutcome SiteCode<in T0, in T1, in T2, in T3, in T4>(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4);

/// <summary>What a hit of a site of six arguments calls.</summary>
internal delegate SiteOutcome SiteCode<in T0, in T1, in T2, in T3, in T4, in T5>(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5);

/// <summary>What a hit of a site of seven arguments calls.</summary>
internal delegate SiteOutcome SiteCode<in T0, in T1, in T2, in T3, in T4, in T5, in T6>(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6);

/// <summary>What a hit of a site of eight arguments calls.</summary>
internal delegate SiteOutcome SiteCode<in T0, in T1, in T2, in T3, in T4, in T5, in T6, in T7>(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7);
