using System.Reflection.Emit;

namespace HogTrace.IlBackend.Capturing;

/// <summary>Where the code of a capture goes when it is decided; whoever owns the method marks them.</summary>
/// <param name="Done">It is recorded, or dropped and counted.</param>
/// <param name="Fires">The interpreter has to record it; nothing has happened.</param>
/// <param name="Due">Somebody is to be told first; nothing has happened.</param>
internal readonly record struct CaptureEnds(Label Done, Label Fires, Label Due);
