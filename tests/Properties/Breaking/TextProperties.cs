using CsCheck;
using HogTrace.Parser;
using HogTrace.Parser.Formatting;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Breaking;

/// <summary>Random and damaged texts end in a program or in diagnostics, never in an exception.</summary>
public sealed class TextProperties
{
    private static readonly string[] s_tokens =
    [
        "fn", "py", ":", "a", ".", "*", "**", "entry", "exit", "+", "5", "/", "{", "}", "(", ")", "[", "]", "capture", "send", "sample", "%", ";", ",",
        "=", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "-", "?", "$req", "$request", ".x", "arg0", "len", "'s'", "\"t\"", "1.5", "0x1F", "1_0",
        "True", "None", "true", "null", "and", "not", "# c\n", "/* c */", "\n", " ", "'", "\"", "/*", "\\", "$", "@", "retval", "fn:a.b:entry {", "fn:a:exit / ",
    ];

    [Fact]
    public void RandomCharacters() => Gen.Char.Array[0, 200].Sample(
        characters => Follow(new string(characters)), iter: 15_000, threads: 1);

    [Fact]
    public void RandomAscii() => Gen.Byte.Array[0, 200].Sample(
        bytes => Follow(string.Concat(bytes.Select(b => (char)(b % 128)))), iter: 10_000, threads: 1);

    [Fact]
    public void RandomTokens() => Gen.Byte.Array[0, 120].Sample(
        bytes => Follow(string.Join(bytes.Length % 2 == 0 ? " " : "", bytes.Select(b => s_tokens[b % s_tokens.Length]))), iter: 20_000, threads: 1);

    [Fact]
    public void DamagedSources() => Gen.Byte.Array[3, 30].Sample(
        bytes =>
        {
            var choices = new Choices(bytes);
            string source = choices.Pick([.. Golden.Sources]);
            // A few sources are megabytes of one thing; those stand among the bombs.
            Follow(source.Length > 4_000 ? source[..4_000] : Damage(source, choices));
        },
        iter: 20_000,
        threads: 1);

    private static string Damage(string source, Choices choices)
    {
        do
        {
            int at = choices.Next(source.Length + 1);
            source = choices.Next(3) switch
            {
                0 => source[..at] + choices.Pick(s_tokens) + source[at..],
                1 => source[..at] + source[Math.Min(source.Length, at + 1 + choices.Next(6))..],
                _ => source[..at] + (char)choices.Next(256) + source[at..],
            };
        }
        while (!choices.IsEnd);
        return source;
    }

    private static void Follow(string source)
    {
        var result = ProgramCompiler.Compile(source, new CompileOptions());
        Assert.True(
            result.Program is not null || result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error),
            "no program and no error");
        foreach (var diagnostic in result.Diagnostics)
        {
            Assert.InRange(diagnostic.Start, 0, source.Length);
            Assert.InRange(diagnostic.Start + diagnostic.Length, diagnostic.Start, source.Length);
            Assert.True(diagnostic.Line >= 1 && diagnostic.Column >= 1 && diagnostic.EndLine >= diagnostic.Line, $"{diagnostic}");
            Assert.False(string.IsNullOrWhiteSpace(diagnostic.Message));
        }

        if (Formatter.Format(source).Text is { } text)
            Assert.Equal(text, Formatter.Format(text).Text);
    }
}
