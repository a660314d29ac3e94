namespace HogTrace.Tests.Properties.Generation;

/// <summary>Names, targets and texts.</summary>
internal static class NameMaker
{
    /// <summary>Words that mean something elsewhere and are ordinary names after a dot.</summary>
    public static string Member(Choices choices) => choices.Pick(
        "x", "user", "Name", "_", "fn", "py", "entry", "exit", "sample", "capture", "send", "größe", "名前", "len", "args", "a_1");

    public static string Variable(Choices choices, bool isExit) => isExit && choices.IsOneOf100(20)
        ? choices.Pick("retval", "exception", "duration")
        : choices.Pick("arg0", "arg1", "args", "kwargs", "self", "locals", "globals", "order", "größe", "x", "arg255");

    public static string Target(Choices choices)
    {
        var segments = new string[1 + choices.Next(4)];
        for (int i = 0; i < segments.Length; i++)
            segments[i] = choices.Pick("a", "Shop", "entry", "fn", "*", "Create*", "*Async", "**", "send", "größe", "a*b*c");
        return string.Join('.', segments);
    }

    public static string Text(Choices choices)
    {
        string text = "";
        for (int i = choices.Next(8); i > 0; i--)
        {
            text += choices.Pick(
                "a", "admin", " ", "\"", "'", "\\", "\n", "\r", "\t", "\0", "#", "/*", "*/", "/", "é", "名", "😀", "\u0001", "\u2028", "\uFFFF", "{", ";");
        }

        return text;
    }
}
