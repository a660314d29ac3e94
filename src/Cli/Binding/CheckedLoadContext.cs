using System.Reflection;
using System.Runtime.Loader;

namespace HogTrace.Cli.Binding;

/// <summary>
/// Loads assemblies to look at their types; none of their code is run. What they need is looked for beside them, by their
/// dependency files, and among the shared frameworks of this machine.
/// </summary>
internal sealed class CheckedLoadContext(string path) : AssemblyLoadContext("checked")
{
    private readonly AssemblyDependencyResolver? _resolver = TryResolver(path);
    private readonly string[] _folders = [Path.GetDirectoryName(path)!, .. FrameworkFolders()];

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_resolver?.ResolveAssemblyToPath(assemblyName) is { } resolved)
            return LoadFromAssemblyPath(resolved);
        string file = assemblyName.Name + ".dll";
        string? found = _folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
        return found is null || IsOfThisRuntime(file) ? null : LoadFromAssemblyPath(found);
    }

    // The types of the runtime itself must be this process's own, or nothing could be said of them.
    private static bool IsOfThisRuntime(string file) => File.Exists(Path.Combine(RuntimeFolder, file));

    private static string RuntimeFolder => Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static AssemblyDependencyResolver? TryResolver(string path)
    {
        try
        {
            return new AssemblyDependencyResolver(path);
        }
        catch (InvalidOperationException)
        {
            // No dependency file, or one that doesn't read; the folder has to do.
            return null;
        }
    }

    // shared/<framework>/<version> beside this runtime's own: of each framework the newest of the runtime's major version.
    private static IEnumerable<string> FrameworkFolders()
    {
        var own = new DirectoryInfo(RuntimeFolder);
        if (own.Parent?.Parent is not { Exists: true } shared)
            return [];
        string major = $"{Environment.Version.Major}.";
        return shared.EnumerateDirectories()
            .Where(framework => framework.Name != own.Parent.Name)
            .Select(framework => framework.EnumerateDirectories(major + "*").OrderBy(VersionOf).LastOrDefault()?.FullName)
            .OfType<string>();
    }

    private static Version VersionOf(DirectoryInfo folder) =>
        Version.TryParse(folder.Name.Split('-')[0], out var version) ? version : new Version();
}
