namespace HogTrace.Bytecode;

/// <summary>The range of sampling rates.</summary>
internal static class SamplingRate
{
    /// <summary>In (0, 1]; NaN is not.</summary>
    public static bool IsValid(double rate) => rate is > 0 and <= 1;
}
