namespace HogTrace.Bytecode;

/// <summary>What an instruction takes from the fuel of a run.</summary>
internal enum CostClass : byte
{
    /// <summary>1.</summary>
    One,

    /// <summary>1 and something for what it touches.</summary>
    Touched,
}
