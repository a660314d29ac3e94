namespace HogTrace.Runtime;

/// <summary>Something of a call that a site is given. A class, since collections of structs are compiled anew in every process.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Of an argument, its position; else 0.</param>
internal sealed record FrameInput(FrameInputKind Kind, int Position);

/// <summary>What a site can be given of a call.</summary>
internal enum FrameInputKind
{
    Argument,
    Self,
    ReturnValue,
    Exception,
    Duration,
}
