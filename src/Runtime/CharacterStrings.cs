namespace HogTrace.Runtime;

/// <summary>Strings of one UTF-16 unit.</summary>
internal static class CharacterStrings
{
    private static readonly string[] s_ascii = [.. Enumerable.Range(0, 128).Select(unit => ((char)unit).ToString())];

    public static string Of(char unit) => unit < s_ascii.Length ? s_ascii[unit] : unit.ToString();
}
