namespace HogTrace.Bytecode;

/// <summary>What an instruction has to do with the request store's proxy, which is no value.</summary>
internal enum ProxyUse : byte
{
    /// <summary>Nothing; a proxy among its operands is an error.</summary>
    None,

    /// <summary>Pushes it when the constant is a name of the store.</summary>
    Pushes,

    /// <summary>The deepest operand may be one.</summary>
    Accepts,

    /// <summary>The deepest operand must be one.</summary>
    Requires,
}
