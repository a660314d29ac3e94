using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Diagnostics;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Binding;

/// <summary>
/// What a plain name may be. Any name can be a parameter or local of the method, so that one which is
/// only close to a reserved name is a warning.
/// </summary>
internal sealed class NameRules(DiagnosticList diagnostics)
{
    private static readonly ImmutableArray<string> s_reserved =
    [
        ReservedNames.Args, ReservedNames.Kwargs, ReservedNames.Self, ReservedNames.ReturnValue,
        ReservedNames.Exception, ReservedNames.Duration, ReservedNames.Locals, ReservedNames.Globals,
    ];

    private static readonly ImmutableArray<string> s_literals = ["None", "True", "False"];

    /// <summary>The point of the probe that the names belong to.</summary>
    public ProbePoint Point { get; set; }

    public void Check(NameSyntax name)
    {
        if (ReservedNames.IsExitOnly(name.Name) && Point == ProbePoint.Entry)
        {
            diagnostics.Error(
                DiagnosticCodes.ExitOnlyName,
                name.Span,
                $"'{name.Name}' has no value in an entry probe.",
                "Use an exit probe.");
        }
        else if (!ReservedNames.IsReserved(name.Name) && Meant(name.Name) is { } meant)
        {
            diagnostics.Warning(
                DiagnosticCodes.NearMiss,
                name.Span,
                $"'{name.Name}' is a parameter or local of the method, not '{meant}'.",
                $"Did you mean '{meant}'?");
        }
    }

    /// <summary>The reserved name or literal that a name was almost certainly meant to be.</summary>
    private static string? Meant(string name)
    {
        if (name is "nil")
            return "None";
        foreach (string literal in s_literals)
        {
            if (literal.Equals(name, StringComparison.OrdinalIgnoreCase))
                return literal;
        }

        foreach (string reserved in s_reserved)
        {
            if (reserved.Equals(name, StringComparison.OrdinalIgnoreCase) || IsTypo(name, reserved))
                return reserved;
        }

        return MeantArgument(name);
    }

    /// <summary><c>arg00</c> and <c>Arg0</c> mean <c>arg0</c>.</summary>
    private static string? MeantArgument(string name)
    {
        const int prefix = 3;
        if (name.Length <= prefix
            || !name.StartsWith("arg", StringComparison.OrdinalIgnoreCase)
            || name.AsSpan(prefix).ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        ReadOnlySpan<char> digits = name.AsSpan(prefix).TrimStart('0');
        string meant = $"arg{(digits.IsEmpty ? "0" : digits)}";
        return ReservedNames.IsReserved(meant) ? meant : null;
    }

    /// <summary>Two neighbours swapped; or, in a long name, one letter too many or a wrong one.</summary>
    private static bool IsTypo(string name, string reserved)
    {
        const int longName = 6;
        int excess = name.Length - reserved.Length;
        if (excess is not (0 or 1))
            return false;
        int at = name.AsSpan().CommonPrefixLength(reserved);
        if (at == reserved.Length)
            return false;
        ReadOnlySpan<char> rest = name.AsSpan(at);
        ReadOnlySpan<char> wanted = reserved.AsSpan(at);
        if (excess == 1)
            return reserved.Length >= longName && rest[1..].SequenceEqual(wanted);
        bool swapped = rest.Length > 1
            && rest[0] == wanted[1]
            && rest[1] == wanted[0]
            && rest[2..].SequenceEqual(wanted[2..]);
        return swapped || (reserved.Length >= longName && rest[1..].SequenceEqual(wanted[1..]));
    }
}
