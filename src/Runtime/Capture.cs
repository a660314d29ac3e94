using System.Collections.Immutable;

namespace HogTrace.Runtime;

/// <summary>What one <c>capture</c> or <c>send</c> recorded: named fields in order.</summary>
internal sealed class Capture
{
    public Capture(ImmutableArray<CapturedField> fields) => Fields = fields;

    public ImmutableArray<CapturedField> Fields { get; }
}
