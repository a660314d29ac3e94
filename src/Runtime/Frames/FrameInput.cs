namespace HogTrace.Runtime;

/// <summary>Something of a call that a site is given.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Of an argument, its position; else 0.</param>
internal readonly record struct FrameInput(FrameInputKind Kind, int Position);

/// <summary>What a site can be given of a call.</summary>
internal enum FrameInputKind
{
    Argument,
    Self,
    ReturnValue,
    Exception,
    Duration,
}
