using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HogTrace.Bytecode;
using HogTrace.Parser;

namespace HogTrace;

/// <summary>A compiled and verified program. Immutable and thread safe; any number of engines can run it.</summary>
public sealed class HogTraceProgram
{
    private HogTraceProgram(VerifiedProgram verified, string name, IReadOnlyList<Diagnostic> diagnostics)
    {
        Verified = verified;
        Name = name;
        Diagnostics = diagnostics;
        var lines = new LineMap(verified.Program.SourceText);
        Probes = [.. verified.Probes.Select((probe, index) => new HogTraceProbe(this, probe, index, lines))];
    }

    /// <summary>Name of the program: the source's name, or what the caller gave.</summary>
    public string Name { get; }

    /// <summary>The probes, in source order.</summary>
    public ImmutableArray<HogTraceProbe> Probes { get; }

    /// <summary>Warnings of the compilation; empty for a loaded program.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The share of requests that the program is for, in (0, 1].</summary>
    public double Sampling => Verified.Program.Sampling;

    internal VerifiedProgram Verified { get; }

    /// <summary>Compiles a source.</summary>
    /// <param name="source">The text, at most 1 MiB of UTF-8.</param>
    /// <param name="name">Name for messages and captures.</param>
    /// <exception cref="InvalidSourceException">The source has errors. Use <see cref="TryCompile"/> for sources of users.</exception>
    public static HogTraceProgram Compile(string source, string name = "") =>
        TryCompile(source, name, out var program, out var diagnostics) ? program : throw new InvalidSourceException(diagnostics);

    /// <summary>Compiles a source; the diagnostics say why when it can't.</summary>
    public static bool TryCompile(
        string source,
        string name,
        [NotNullWhen(true)] out HogTraceProgram? program,
        out IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(name);
        var result = ProgramCompiler.Compile(source, new CompileOptions { SourceName = name });
        diagnostics = result.Diagnostics;
        program = null;
        if (result.Program is null)
            return false;
        var verification = Verifier.Verify(result.Program);
        program = verification.Program is { } verified
            ? new HogTraceProgram(verified, name, result.Diagnostics)
            : throw new InvalidOperationException($"The compiler made a program that the verifier rejects: {verification.Rejection}");
        return true;
    }

    /// <summary>Reads and verifies a compiled program.</summary>
    /// <param name="bytes">Protobuf, at most 1 MiB.</param>
    /// <param name="name">Name for messages and captures; empty takes the one in the program.</param>
    /// <exception cref="InvalidDataException">The bytes are no valid program. Use <see cref="TryLoad"/> for bytes of others.</exception>
    public static HogTraceProgram Load(ReadOnlySpan<byte> bytes, string name = "") =>
        TryLoad(bytes, name, out var program, out var rejection) ? program : throw new InvalidDataException(rejection.ToString());

    /// <summary>Reads and verifies a compiled program; the rejection says why when it can't.</summary>
    public static bool TryLoad(
        ReadOnlySpan<byte> bytes,
        string name,
        [NotNullWhen(true)] out HogTraceProgram? program,
        [NotNullWhen(false)] out Rejection? rejection)
    {
        ArgumentNullException.ThrowIfNull(name);
        program = null;
        var read = ProgramCodec.Read(bytes);
        rejection = read.Rejection;
        var verification = read.IsAccepted ? Verifier.Verify(read.Value) : default;
        rejection ??= verification.Rejection;
        if (rejection is not null)
            return false;
        program = new HogTraceProgram(verification.Program!, name.Length > 0 ? name : read.Value!.SourceName, []);
        return true;
    }

    /// <summary>The program as protobuf, in its canonical bytes.</summary>
    public byte[] ToBytes() => ProgramCodec.Write(Verified.Program);
}
