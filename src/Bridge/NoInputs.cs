namespace HogTrace.Bridge;

/// <summary>No inputs.</summary>
public readonly struct NoInputs
{
    /// <summary>The only value.</summary>
    public static NoInputs Value => default;
}
