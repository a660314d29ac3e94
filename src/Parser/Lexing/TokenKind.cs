namespace HogTrace.Parser.Lexing;

/// <summary>What a token is. The last group is text that no grammar rule accepts.</summary>
internal enum TokenKind : byte
{
    End,

    Name,
    True,
    False,
    None,
    Integer,
    Float,
    String,
    Request,

    Dot,
    Comma,
    Colon,
    Semicolon,
    Question,
    Assign,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,

    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Bang,
    EqualEqual,
    BangEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    AndAnd,
    OrOr,

    BadNumber,
    UnterminatedString,
    UnterminatedComment,
    Unknown,
}
