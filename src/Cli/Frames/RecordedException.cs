using HogTrace.Runtime;

namespace HogTrace.Cli.Frames;

/// <summary>An exception of a recorded frame. Its attributes are found in any case, as those of a real one are.</summary>
internal sealed class RecordedException(string type, string message) : Mapping
{
    private const string TypeKey = "type";
    private const string MessageKey = "message";

    public string Type { get; } = type;

    public string Message { get; } = message;

    public override string TypeName => Type;

    public override string? Text => Message;

    public override int Count => 2;

    public override IEnumerable<KeyValuePair<Value, Value>> Pairs =>
    [
        KeyValuePair.Create(Value.FromString(TypeKey), Value.FromString(Type)),
        KeyValuePair.Create(Value.FromString(MessageKey), Value.FromString(Message)),
    ];

    public override bool TryGet(in Value key, out Value value)
    {
        value = default;
        if (string.Equals(key.StringOrNull, TypeKey, StringComparison.OrdinalIgnoreCase))
            value = Value.FromString(Type);
        else if (string.Equals(key.StringOrNull, MessageKey, StringComparison.OrdinalIgnoreCase))
            value = Value.FromString(Message);
        else
            return false;
        return true;
    }
}
