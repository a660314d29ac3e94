using System.Globalization;
using System.Text;

namespace HogTrace.Parser.Formatting;

/// <summary>Strings as source.</summary>
internal static class StringText
{
    public static string Quote(string content)
    {
        var text = new StringBuilder("\"");
        foreach (char c in content)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\0' => text.Append("\\0"),
                < ' ' or '\x7F' => text.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }
}
