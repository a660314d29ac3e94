using HogTrace.Runtime;

namespace HogTrace;

/// <summary>Why a run of a probe ended early, and where.</summary>
/// <param name="Kind">What kind of fault.</param>
/// <param name="Line">Line in the source, from 1; 0 when the program doesn't carry its source.</param>
/// <param name="Column">Column in UTF-16 units, from 1; 0 as for the line.</param>
/// <param name="Message">What happened.</param>
public sealed record ProbeFault(FaultKind Kind, int Line, int Column, string Message);
