namespace JsonDriver;

/// <summary>What has come out, a line each.</summary>
internal sealed class Transcript
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string name, object? value) =>
        _lines.Add($"{name}: {value?.ToString()?.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) ?? "null"}");

    /// <summary>Adds what a function returns, or what it throws.</summary>
    public void Try(string name, Func<object?> function)
    {
        try
        {
            Add(name, function());
        }
#pragma warning disable CA1031 // Whatever the library throws is a result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Add(name, $"{exception.GetType().FullName}: {exception.Message}");
        }
    }
}
