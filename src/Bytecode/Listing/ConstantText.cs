using System.Globalization;
using System.Text;

namespace HogTrace.Bytecode;

/// <summary>Constants as listings show them.</summary>
internal static class ConstantText
{
    public static string Of(Constant constant) => constant.Kind switch
    {
        ConstantKind.None => "None",
        ConstantKind.Bool => constant.Bits != 0 ? "True" : "False",
        ConstantKind.Int => constant.Bits.ToString(CultureInfo.InvariantCulture),
        ConstantKind.Float => Float(constant.AsFloat),
        ConstantKind.String => Quote(constant.Text!),
        _ => Escape(constant.Text!),
    };

    public static string Quote(string text) => $"\"{Escape(text)}\"";

    /// <summary>Keeps a listing in its lines, whatever the text.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c is '"' or '\\')
                escaped.Append('\\').Append(c);
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029')
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }

    /// <summary>A whole Float keeps a point, so that it doesn't look like an Int.</summary>
    private static string Float(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !text.AsSpan().ContainsAny('.', 'E') ? text + ".0" : text;
    }
}
