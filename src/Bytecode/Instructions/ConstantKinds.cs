namespace HogTrace.Bytecode;

/// <summary>A set of <see cref="ConstantKind"/>.</summary>
[Flags]
internal enum ConstantKinds
{
    Nothing = 0,
    None = 1 << ConstantKind.None,
    Bool = 1 << ConstantKind.Bool,
    Int = 1 << ConstantKind.Int,
    Float = 1 << ConstantKind.Float,
    String = 1 << ConstantKind.String,
    Identifier = 1 << ConstantKind.Identifier,
    FieldName = 1 << ConstantKind.FieldName,
    FunctionName = 1 << ConstantKind.FunctionName,

    /// <summary>What an expression can evaluate to.</summary>
    Value = None | Bool | Int | Float | String,

    /// <summary>What the reference accepts as a name.</summary>
    Text = String | Identifier | FieldName | FunctionName,
}
