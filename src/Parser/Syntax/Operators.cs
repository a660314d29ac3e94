namespace HogTrace.Parser.Syntax;

/// <summary>Prefix operators.</summary>
internal enum UnaryOperator
{
    Not,
    Negate,
}

/// <summary>Infix operators, loosest level first.</summary>
internal enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}
