using System.Globalization;
using System.Text;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Grammar;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lexing;

/// <summary>Reads the content of a string literal.</summary>
internal static class StringDecoder
{
    /// <summary>The content, or the mistake in it.</summary>
    public static (string Text, Mistake? Mistake) Decode(string source, Token token)
    {
        var body = source.AsSpan(token.Start + 1, token.End - token.Start - 2);
        string text;
        if (!body.Contains('\\'))
        {
            text = body.ToString();
        }
        else
        {
            var builder = new StringBuilder(body.Length);
            if (Unescape(body, token.Start + 1, builder) is { } mistake)
                return ("", mistake);
            text = builder.ToString();
        }

        return (text, CheckSurrogates(text, body, token) ?? CheckSize(text, token));
    }

    private static Mistake? Unescape(ReadOnlySpan<char> body, int offset, StringBuilder text)
    {
        for (int at = 0; at < body.Length;)
        {
            if (body[at] != '\\')
            {
                text.Append(body[at++]);
                continue;
            }

            int length = body[at + 1] switch { 'x' => 4, 'u' => 6, _ => 2 };
            if (length > 2)
            {
                if (ReadHex(body, at + 2, length - 2) is not { } unit)
                    return BadHex(body, offset, at, length);
                text.Append(unit);
            }
            else if (Simple(body[at + 1]) is { } c)
            {
                text.Append(c);
            }
            else
            {
                return Unknown(body, offset, at);
            }

            at += length;
        }

        return null;
    }

    private static char? Simple(char c) => c switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        '\\' or '"' or '\'' => c,
        _ => null,
    };

    private static char? ReadHex(ReadOnlySpan<char> body, int start, int digits) =>
        start + digits <= body.Length
        && ushort.TryParse(body.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit)
            ? (char)unit
            : null;

    private static Mistake Unknown(ReadOnlySpan<char> body, int offset, int at)
    {
        int units = at + 2 < body.Length && char.IsSurrogatePair(body[at + 1], body[at + 2]) ? 3 : 2;
        return new(
            DiagnosticCodes.UnknownEscape,
            new SourceSpan(offset + at, units),
            $"Unknown escape {Quoting.Quote(body.Slice(at, units))} in a string",
            "Known are \\n \\r \\t \\0 \\\\ \\\" \\' \\xHH \\uHHHH; write \\\\ for a backslash.");
    }

    private static Mistake BadHex(ReadOnlySpan<char> body, int offset, int at, int length) => new(
        DiagnosticCodes.UnknownEscape,
        new SourceSpan(offset + at, 2),
        $"The escape {Quoting.Quote(body.Slice(at, 2))} needs {length - 2} hexadecimal digits",
        body[at + 1] == 'x' ? "As in \\x41; write \\\\x for a backslash and an x." : "As in \\u20AC; write \\\\u for a backslash and a u.");

    private static Mistake? CheckSurrogates(string text, ReadOnlySpan<char> body, Token token)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            bool isVerbatim = body.Length == text.Length;
            var span = isVerbatim ? new SourceSpan(token.Start + 1 + i, 1) : token.Span;
            return new(DiagnosticCodes.LoneSurrogate, span, "Half a surrogate pair in a string is no character");
        }

        return null;
    }

    private static Mistake? CheckSize(string text, Token token) =>
        text.Length * 3 <= Limits.StringBytes || Encoding.UTF8.GetByteCount(text) <= Limits.StringBytes
            ? null
            : new(
                DiagnosticCodes.StringTooLong,
                token.Span,
                $"The string is longer than {Limits.StringBytes} bytes of UTF-8");
}
