using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>A capture call that was met. A class, since collections of structs are compiled anew in every process.</summary>
/// <param name="Code">The code that it is in.</param>
/// <param name="Instruction">Its index there.</param>
/// <param name="Fields">Where each of its fields comes from, as a node of the graph.</param>
internal sealed record CapturedFlow(VerifiedCode Code, int Instruction, int[] Fields);
