namespace HogTrace.Parser.Grammar;

/// <summary>What a rule would have accepted where it failed; a set, so that noting it costs nothing.</summary>
[Flags]
internal enum Expected
{
    Nothing = 0,
    Probe = 1 << 0,
    Colon = 1 << 1,
    Segment = 1 << 2,
    Dot = 1 << 3,
    Point = 1 << 4,
    Offset = 1 << 5,
    Body = 1 << 6,
    PredicateEnd = 1 << 7,
    Statement = 1 << 8,
    BodyEnd = 1 << 9,
    Semicolon = 1 << 10,
    Assign = 1 << 11,
    Number = 1 << 12,
    SampleUnit = 1 << 13,
    Integer = 1 << 14,
    OpenParen = 1 << 15,
    CloseParen = 1 << 16,
    CloseBracket = 1 << 17,
    Comma = 1 << 18,
    ArgumentName = 1 << 19,
    Expression = 1 << 20,
    Operator = 1 << 21,
    MemberName = 1 << 22,
    SliceColon = 1 << 23,
    Predicate = 1 << 24,
}
