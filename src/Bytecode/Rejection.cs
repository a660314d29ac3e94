using System.Globalization;

namespace HogTrace.Bytecode;

/// <summary>Why a program is not accepted.</summary>
/// <param name="Code">The rule that it breaks.</param>
/// <param name="ProbeId">The probe at fault; null when it is the program.</param>
/// <param name="Block">The piece of code at fault; null when it is no code.</param>
/// <param name="Offset">Byte offset of the instruction in that piece; null when it is no code.</param>
/// <param name="Message">What is wrong, for a person.</param>
public sealed record Rejection(RejectionCode Code, string? ProbeId, CodeBlock? Block, int? Offset, string Message)
{
    /// <summary>The code as messages show it, <c>HB1001</c>; it never changes its meaning.</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"HB{(int)Code}");

    /// <inheritdoc/>
    public override string ToString()
    {
        string probe = ProbeId is null ? "" : $" probe '{ProbeId}'";
        string place = Offset is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {Block} +{Offset}");
        return $"{Id}{probe}{place}: {Message}";
    }
}
