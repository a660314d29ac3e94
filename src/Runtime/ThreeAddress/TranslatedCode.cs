using System.Collections.Immutable;

namespace HogTrace.Runtime;

/// <summary>A predicate or body in three-address code, for one frame shape. Both tiers start from it.</summary>
internal sealed class TranslatedCode
{
    /// <summary>The frame shape that its registers belong to.</summary>
    public required FrameShape Shape { get; init; }

    /// <summary>For each parameter, whether its name is secret; null when none is.</summary>
    public required bool[]? SecretParameters { get; init; }

    /// <summary>Whether it is a predicate, which ends with a value.</summary>
    public required bool IsPredicate { get; init; }

    public required ImmutableArray<Operation> Operations { get; init; }

    public required ImmutableArray<Value> Constants { get; init; }

    /// <summary>Inputs and temporaries.</summary>
    public required int RegisterCount { get; init; }

    /// <summary>Bit i is set when the code reads input register i.</summary>
    public required ulong Inputs { get; init; }

    /// <summary>Instructions on the longest path.</summary>
    public required int MaxCost { get; init; }

    /// <summary>What can be said against the code before it runs.</summary>
    public required ImmutableArray<BindingIssue> Issues { get; init; }
}
