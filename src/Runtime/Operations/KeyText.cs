namespace HogTrace.Runtime;

/// <summary>How a message shows a key: never at length, and never by running code of the host.</summary>
internal static class KeyText
{
    private const int Units = 64;

    public static string Of(in Value key)
    {
        string text = key.ToString();
        if (text.Length > Units)
            text = string.Concat(text.AsSpan(0, Units), "…");
        return key.IsString ? $"\"{text}\"" : text;
    }
}
