using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>What is to be lowered.</summary>
/// <param name="Code">The code, for the frames of one shape.</param>
/// <param name="Members">Which members may be read.</param>
/// <param name="Speculation">What guards may stake on.</param>
/// <param name="Profile">What the interpreter has met; null when it hasn't run.</param>
internal sealed record LoweringTask(TranslatedCode Code, MemberResolver Members, Speculation Speculation, ICodeProfile? Profile = null);
