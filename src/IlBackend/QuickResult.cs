namespace HogTrace.IlBackend;

/// <summary>What <see cref="QuickCode"/> gives, in one number.</summary>
internal static class QuickResult
{
    /// <summary>Bits of the outcome; the number of instructions is above them.</summary>
    public const int OutcomeBits = 2;

    public static CompiledOutcome OutcomeOf(int result) => (CompiledOutcome)(result & ((1 << OutcomeBits) - 1));

    public static int ExecutedOf(int result) => result >> OutcomeBits;
}
