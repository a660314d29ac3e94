namespace HogTrace.Cli.Input;

/// <summary>File names as messages show them: a name may hold anything, a message stays a line and moves no cursor.</summary>
internal static class DisplayNames
{
    public static string Of(string path) =>
        string.Create(path.Length, path, static (shown, name) =>
        {
            for (int i = 0; i < shown.Length; i++)
                shown[i] = char.IsControl(name[i]) ? '\uFFFD' : name[i];
        });
}
