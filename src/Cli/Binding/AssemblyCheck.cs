using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using HogTrace.Agent.Binding;
using HogTrace.AgentProtocol;
using HogTrace.Runtime;

namespace HogTrace.Cli.Binding;

/// <summary>Binds a program to assemblies on disk as the agent would to those of a process.</summary>
internal static class AssemblyCheck
{
    /// <summary>Where the probes would stand; false with the reason when an assembly can't be loaded.</summary>
    public static bool TryBind(
        HogTraceProgram program, IEnumerable<string> paths, MemberPolicy policy,
        [NotNullWhen(true)] out BindingReport? report, [NotNullWhen(false)] out string? error)
    {
        report = null;
        error = null;
        List<Assembly> assemblies = [];
        var binding = new ProgramBinding(program, new MemberResolver(policy), SecretNames.Default, includesFramework: true, () => assemblies);
        foreach (string path in paths)
        {
            if (!TryLoad(path, out var assembly, out error))
                return false;
            assemblies.Add(assembly);
            binding.Add(assembly, []);
        }

        report = binding.ToReport();
        return true;
    }

    private static bool TryLoad(string path, [NotNullWhen(true)] out Assembly? assembly, [NotNullWhen(false)] out string? error)
    {
        assembly = null;
        error = null;
        try
        {
            string full = Path.GetFullPath(path);
            if (File.Exists(full))
                assembly = new CheckedLoadContext(full).LoadFromAssemblyPath(full);
            else
                error = $"{path}: there is no such file";
        }
        catch (BadImageFormatException)
        {
            error = $"{path} is no .NET assembly that this runtime can load";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error = $"{path}: {failure.Message}";
        }

        return assembly is not null;
    }
}
