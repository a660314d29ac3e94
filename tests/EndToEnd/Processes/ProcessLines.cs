namespace HogTrace.Tests.EndToEnd.Processes;

/// <summary>Lines that a process writes while others look at them.</summary>
internal sealed class ProcessLines
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lines)
                return [.. _lines];
        }
    }

    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lines)
            _lines.Add(line);
    }
}
