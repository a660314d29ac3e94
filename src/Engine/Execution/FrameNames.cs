using HogTrace.Runtime;

namespace HogTrace;

/// <summary>The named values of a <see cref="ProbeFrame"/>: locals first, then arguments by name.</summary>
internal sealed class FrameNames(ProbeFrame frame) : NamedValues
{
    public override Value Kwargs => ToMapping(frame.KeywordArguments, null);

    public override Value Locals => ToMapping(frame.KeywordArguments, frame.Locals);

    public override Value Globals => ToMapping(frame.Globals, null);

    public override bool TryGet(string name, out Value value)
    {
        if (frame.Locals is { } locals && locals.TryGetValue(name, out value))
            return true;
        if (frame.KeywordArguments is { } arguments && arguments.TryGetValue(name, out value))
            return true;
        value = default;
        return false;
    }

    private static Value ToMapping(
        IReadOnlyDictionary<string, Value>? first, IReadOnlyDictionary<string, Value>? second)
    {
        var mapping = new ValueMapping { IsFrame = true };
        foreach (var values in (ReadOnlySpan<IReadOnlyDictionary<string, Value>?>)[first, second])
        {
            foreach (var (name, value) in values ?? new Dictionary<string, Value>())
                mapping.Set(name, value);
        }

        return Value.FromReference(mapping);
    }
}
