using System.Diagnostics.CodeAnalysis;
using HogTrace.Cli.Input;

namespace HogTrace.Cli.Output;

/// <summary>Replaces files as a whole: another process sees the old content or the new, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces an existing file, or the one that a link stands for, and keeps its permissions.</summary>
    public static bool TryReplace(string path, ReadOnlySpan<byte> content, [NotNullWhen(false)] out string? error)
    {
        error = null;
        string? temporary = null;
        try
        {
            string target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            temporary = $"{target}.{Path.GetRandomFileName()}.tmp";
            // CreateNew: a name that someone else made is not ours to write to.
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
            return true;
        }
        catch (Exception failure) when (FileFailure.Describe(failure, path) is { } reason)
        {
            error = $"can't be rewritten: {reason}";
            Remove(temporary);
            return false;
        }
    }

    private static void Remove(string? temporary)
    {
        try
        {
            if (temporary is not null)
                File.Delete(temporary);
        }
        catch (Exception failure) when (FileFailure.Describe(failure, null) is not null)
        {
            // The first failure is the one to report.
        }
    }
}
