using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Cli.Frames;

/// <summary>
/// Makes values of the JSON of a frame. Every method but the first is called with the reader before the value, and
/// leaves it on the value's last token. Recursion is as deep as <see cref="Limits.FrameNesting"/>.
/// </summary>
internal ref struct FrameJson(ReadOnlySpan<byte> line)
{
    // One more than is allowed, so that the refusal is ours.
    private Utf8JsonReader _json = new(line, new JsonReaderOptions { MaxDepth = Limits.FrameNesting + 1 });

    /// <summary>What is wrong; null so far.</summary>
    public string? Error { get; private set; }

    public bool Fail(string error)
    {
        Error = error;
        return false;
    }

    public bool TryStart() => (_json.Read() && _json.TokenType == JsonTokenType.StartObject) || Fail("a frame is a JSON object");

    /// <summary>The next name of the object that the reader is in; false at its end.</summary>
    public bool TryReadName([NotNullWhen(true)] out string? name)
    {
        _json.Read();
        name = _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
        return name is not null;
    }

    /// <summary>Makes sure that nothing follows; throws what the reader throws.</summary>
    public void End() => _json.Read();

    public bool TryRead(out Value value)
    {
        _json.Read();
        return TryMake(out value);
    }

    public bool TryReadText(string name, bool isOptional, out string? text)
    {
        _json.Read();
        text = _json.TokenType == JsonTokenType.String ? _json.GetString() : null;
        return text is not null || (isOptional && _json.TokenType == JsonTokenType.Null) || Fail($"\"{name}\" is a string");
    }

    public bool TryReadArguments(List<Value> arguments)
    {
        arguments.Clear();
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return true;
        if (_json.TokenType != JsonTokenType.StartArray)
            return Fail("\"args\" is an array");
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (arguments.Count == Limits.FrameArguments)
                return Fail($"the frame has more than {Limits.FrameArguments} arguments");
            if (!TryMake(out var value))
                return false;
            arguments.Add(value);
        }

        return true;
    }

    public bool TryReadNames(string key, out OrderedDictionary<string, Value>? names)
    {
        names = null;
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return true;
        if (_json.TokenType != JsonTokenType.StartObject)
            return Fail($"\"{key}\" is an object");
        names = new(StringComparer.Ordinal);
        while (TryReadName(out string? name))
        {
            if (!TryRead(out var value))
                return false;
            names[name] = value;
        }

        return true;
    }

    public bool TryReadException(out Value exception)
    {
        exception = default;
        string? type = null, message = "";
        _json.Read();
        if (_json.TokenType == JsonTokenType.Null)
            return true;
        if (_json.TokenType != JsonTokenType.StartObject)
            return Fail("\"exception\" is an object of \"type\" and \"message\"");
        while (TryReadName(out string? name))
        {
            bool isRead = name switch
            {
                "type" => TryReadText("type", isOptional: false, out type),
                "message" => TryReadText("message", isOptional: false, out message),
                _ => Fail($"an exception has no \"{ConstantText.Escape(name)}\"; it has type and message"),
            };
            if (!isRead)
                return false;
        }

        if (type is null)
            return Fail("the exception has no \"type\"");
        exception = Value.FromReference(new RecordedException(type, message!));
        return true;
    }

    private bool TryMake(out Value value)
    {
        value = default;
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                value = Value.FromString(_json.GetString());
                return true;
            case JsonTokenType.Number:
                return TryMakeNumber(out value);
            case JsonTokenType.True or JsonTokenType.False:
                value = Value.FromBool(_json.TokenType == JsonTokenType.True);
                return true;
            case JsonTokenType.StartArray or JsonTokenType.StartObject when _json.CurrentDepth >= Limits.FrameNesting:
                return Fail($"JSON nested deeper than {Limits.FrameNesting}");
            case JsonTokenType.StartArray:
                return TryMakeList(out value);
            case JsonTokenType.StartObject:
                return TryMakeMapping(out value);
            default:
                return true;
        }
    }

    private bool TryMakeNumber(out Value value)
    {
        value = default;
        var digits = _json.ValueSpan;
        if (digits.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0)
        {
            if (!_json.TryGetInt64(out long whole))
                return Fail($"the integer {Shorten(digits)} doesn't fit in 64 bits");
            value = Value.FromInt(whole);
            return true;
        }

        if (!_json.TryGetDouble(out double number) || !double.IsFinite(number))
            return Fail($"the number {Shorten(digits)} is out of range");
        value = Value.FromFloat(number);
        return true;
    }

    private bool TryMakeList(out Value value)
    {
        var list = new ValueList();
        value = Value.FromReference(list);
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (!TryMake(out var item))
                return false;
            list.Add(item);
        }

        return true;
    }

    private bool TryMakeMapping(out Value value)
    {
        var mapping = new ValueMapping();
        value = Value.FromReference(mapping);
        while (TryReadName(out string? name))
        {
            if (!TryRead(out var item))
                return false;
            mapping.Set(name, item);
        }

        return true;
    }

    private static string Shorten(ReadOnlySpan<byte> digits) =>
        System.Text.Encoding.ASCII.GetString(digits[..Math.Min(digits.Length, 40)]) + (digits.Length > 40 ? "…" : "");
}
