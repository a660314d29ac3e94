namespace HogTrace.Tests.Conformance.Reading;

/// <summary>The case files, one a theme. A line that is empty or begins with // is none.</summary>
internal static class CaseFiles
{
    /// <summary>Every case by <c>theme: name</c>.</summary>
    public static IReadOnlyDictionary<string, ConformanceCase> All { get; } = Read();

    private static Dictionary<string, ConformanceCase> Read()
    {
        var cases = new Dictionary<string, ConformanceCase>();
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "cases"), "*.jsonl").Order(StringComparer.Ordinal))
        {
            string theme = Path.GetFileNameWithoutExtension(file);
            int number = 0;
            foreach (string line in File.ReadLines(file))
            {
                number++;
                if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal))
                    continue;
                ConformanceCase read = Parse(line, $"{theme}.jsonl, line {number}");
                cases.Add($"{theme}: {read.Name}", read);
            }
        }

        return cases;
    }

    private static ConformanceCase Parse(string line, string place)
    {
        try
        {
            return ConformanceCase.Parse(line);
        }
        catch (Exception exception)
        {
            throw new InvalidDataException($"{place}: {exception.Message}", exception);
        }
    }
}
