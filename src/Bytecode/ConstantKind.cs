namespace HogTrace.Bytecode;

/// <summary>What a constant of the pool is; the last three are names, not values.</summary>
internal enum ConstantKind : byte
{
    None,
    Bool,
    Int,
    Float,
    String,
    Identifier,
    FieldName,
    FunctionName,
}
