namespace HogTrace.IlBackend;

// One delegate type for each number of arguments, so that a typed site calls its predicates without boxing.

/// <summary>A compiled predicate of a site of one argument.</summary>
internal delegate CompiledOutcome CompiledPredicate<in T0>(T0 arg0);

/// <summary>A compiled predicate of a site of two arguments.</summary>
internal delegate CompiledOutcome CompiledPredicate<in T0, in T1>(T0 arg0, T1 arg1);

/// <summary>A compiled predicate of a site of three arguments.</summary>
internal delegate CompiledOutcome CompiledPredicate<in T0, in T1, in T2>(T0 arg0, T1 arg1, T2 arg2);

/// <summary>A compiled predicate of a site of four arguments.</summary>
internal delegate CompiledOutcome CompiledPredicate<in T0, in T1, in T2, in T3>(T0 arg0, T1 arg1, T2 arg2, T3 arg3);

/// <summary>A compiled predicate of a site of five arguments.</summary>
internal delegate CompiledOutcome CompiledPredicate<in T0, in T1, in T2, in T3, in T4>(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4);

/// <summary>A compiled predicate of a site of six arguments.</summary>
internal delegate CompiledOutcome CompiledPredicate<in T0, in T1, in T2, in T3, in T4, in T5>(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5);

/// <summary>A compiled predicate of a site of seven arguments.</summary>
internal delegate CompiledOutcome CompiledPredicate<in T0, in T1, in T2, in T3, in T4, in T5, in T6>(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6);

/// <summary>A compiled predicate of a site of eight arguments.</summary>
internal delegate CompiledOutcome CompiledPredicate<in T0, in T1, in T2, in T3, in T4, in T5, in T6, in T7>(T0 arg0, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6, T7 arg7);
