using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lowering;

/// <summary>What a bytecode version can express.</summary>
internal sealed class VersionRules(uint version, DiagnosticList diagnostics)
{
    /// <summary>Whether <c>&amp;&amp;</c> and <c>||</c> can skip their right side.</summary>
    public bool HasJumps => version >= 2;

    /// <summary>Whether a capture names its fields in the code.</summary>
    public bool HasNamedCalls => version >= 2;

    /// <summary>Whether a probe carries its sampling rate, the offset of its point and source positions.</summary>
    public bool HasProbeExtensions => version >= 2;

    /// <summary>The most named fields of a capture: before named calls, each takes two arguments.</summary>
    public int NamedFields => HasNamedCalls ? Limits.CallArguments : Limits.CallArguments / 2;

    /// <summary>Reports a construct that only version 2 has.</summary>
    public void Require(string construct, SourceSpan span)
    {
        if (version >= 2)
            return;
        diagnostics.Error(
            DiagnosticCodes.NeedsVersion2,
            span,
            $"Bytecode version 1 cannot express {construct}.",
            "Compile to version 2.");
    }
}
