using HogTrace.Runtime;

namespace HogTrace.IlBackend;

/// <summary>
/// A compiled predicate or body over a register file that holds the inputs. The caller has set
/// <see cref="RunContext.Slack"/>, and has made sure that the longest path fits the fuel left.
/// </summary>
internal delegate CompiledOutcome CompiledCode(ref Value registers, ref RunContext run);

/// <summary>
/// A compiled predicate over a register file, without a run context: an outcome and the number of instructions
/// executed, as <see cref="QuickResult"/> takes them apart. Writes no register.
/// </summary>
internal delegate int QuickCode(ref Value registers);
