namespace HogTrace.Tests.Unit;

/// <summary>Files of the repository that the tests read, as they were when the tests were built.</summary>
internal static class Resource
{
    public static string Read(string name)
    {
        using Stream stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static IEnumerable<string> Names(string folder) =>
        typeof(Resource).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal));
}
