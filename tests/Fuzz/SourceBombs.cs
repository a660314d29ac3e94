using HogTrace.Parser;
using HogTrace.Parser.Formatting;

namespace HogTrace.Tests.Fuzz;

/// <summary>Sources deep and wide, up to a million units.</summary>
internal static class SourceBombs
{
    private const int Units = 1_000_000;

    // What comes before, what is repeated, what stands in the middle, what closes each repetition, what comes after.
    private static readonly (string Start, string Open, string Middle, string Close, string End)[] s_bombs =
    [
        ("fn:a:entry / ", "(", "1", ")", " == 1 / { }"),
        ("fn:a:entry { capture(", "(", "1", ")", "); }"),
        ("fn:a:entry { capture(", "[", "1", "]", "); }"),
        ("fn:a:entry { capture(", "a[", "1", "]", "); }"),
        ("fn:a:entry { capture(", "a[1:", "1", "]", "); }"),
        ("fn:a:entry { capture(", "len(", "1", ")", "); }"),
        ("fn:a:entry { capture(", "max(1, ", "1", ")", "); }"),
        ("fn:a:entry / ", "!", "True", "", " / { }"),
        ("fn:a:entry { capture(", "-", "1", "", "); }"),
        ("fn:a:entry { capture(", "arg0 ? 1 : ", "1", "", "); }"),
        ("fn:a:entry { capture(", "arg0 ? ", "1", " : 1", "); }"),
        ("fn:a:entry { capture(x=1", "+1", "", "", "); }"),
        ("fn:a:entry { capture(x=arg0", "+arg1", "", "", "); }"),
        ("fn:a:entry { capture(x='a'", "+'a'", "", "", "); }"),
        ("fn:a:entry / True", "&&arg0", "", "", " / { }"),
        ("fn:a:entry / True", "||arg0&&arg1", "", "", " / { }"),
        ("fn:a:entry / arg0", "<1", "", "", " / { }"),
        ("fn:a:entry / arg0", "==1", "", "", " / { }"),
        ("fn:a:entry / arg0", " / 2", "", "", " / { }"),
        ("fn:a:entry { capture(arg0", ".a", "", "", "); }"),
        ("fn:a:entry { capture(arg0", "[0]", "", "", "); }"),
        ("fn:a:entry { capture(arg0", "[::]", "", "", "); }"),
        ("fn:a:entry { capture(arg0", ", 1", "", "", "); }"),
        ("fn:a:entry { capture(arg0", ",", "", "", "); }"),
        ("fn:a:entry { capture(a=1", ", a=1", "", "", "); }"),
        ("fn:a:entry { capture(max(1", ", 1", "", "", ")); }"),
        ("fn:a:entry { ", "$req.x=1;", "", "", "}"),
        ("fn:a:entry { ", "capture();", "", "", "}"),
        ("fn:a:entry { ", "sample 1%;", "", "", "}"),
        ("fn:a:entry { ", ";", "", "", "}"),
        ("", "fn:a:entry{}", "", "", ""),
        ("", "fn:a:entry{capture(x)}", "", "", ""),
        ("fn:", "a.", "a", "", ":entry {}"),
        ("fn:", "*.", "*", "", ":entry {}"),
        ("fn:", "**.", "a", "", ":entry {}"),
        ("fn:", "*", "", "", ":entry {}"),
        ("fn:a:entry+", "9", "", "", " {}"),
        ("", "/**/", "", "", "fn:a:entry {}"),
        ("fn:a:entry { capture(", "/* */", "arg0", "", "); }"),
        ("", "# c\n", "", "", "fn:a:entry {}"),
        ("", "/*", "", "", ""),
        ("fn:a:entry { capture('", "x", "", "", "'); }"),
        ("fn:a:entry { capture('", "\\n", "", "", "'); }"),
        ("fn:a:entry { capture('", "\\q", "", "", "'); }"),
        ("fn:a:entry { capture(", "'", "", "", "); }"),
        ("fn:a:entry { capture(", "9", "", "", "); }"),
        ("fn:a:entry { capture(1", "_1", "", "", "); }"),
        ("fn:a:entry { capture(0x", "F", "", "", "); }"),
        ("fn:a:entry { capture(1e", "9", "", "", "); }"),
        ("fn:a:entry { capture(", "名", "", "", "); }"),
        ("fn:a:entry { capture(nam", "e", "", "", "()); }"),
        ("", "\uFEFF", "", "", ""),
        ("", "\n", "", "", "x"),
        ("", "x ", "", "", ""),
        ("", "@", "", "", ""),
    ];

    public static IEnumerable<(string Bomb, Func<string?> Run)> Compile() => All(source =>
    {
        foreach (uint version in (uint[])[2, 1])
        {
            var result = ProgramCompiler.Compile(source, new CompileOptions { BytecodeVersion = version });
            if (result.Program is null && result.Diagnostics.IsEmpty)
                return "no program and no diagnostic";
            if (result.Program is { } program && HogTrace.Bytecode.Verifier.Verify(program).Rejection is { } rejection)
                return rejection.ToString();
        }

        return null;
    });

    public static IEnumerable<(string Bomb, Func<string?> Run)> Format() => All(source =>
    {
        var result = Formatter.Format(source);
        return result.Text is null && result.Diagnostics.IsEmpty ? "no text and no diagnostic" : null;
    });

    private static IEnumerable<(string Bomb, Func<string?> Run)> All(Func<string, string?> follow)
    {
        foreach (var (start, open, middle, close, end) in s_bombs)
        {
            foreach (int units in (int[])[60, 5_000, Units])
            {
                int times = Math.Max(1, (units - start.Length - end.Length) / (open.Length + close.Length));
                yield return ($"{start} {open} x {times}", () => follow(start + Repeat(open, times) + middle + Repeat(close, times) + end));
            }
        }
    }

    private static string Repeat(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));
}
