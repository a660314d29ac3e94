using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using HogTrace.Bytecode;

namespace HogTrace.Cli.Frames;

/// <summary>Reads a recorded frame from its line of JSON.</summary>
internal ref struct FrameParser
{
    private const string Keys =
        "function, point, args, kwargs, self, retval, exception, request, locals, globals and duration";

    private readonly RecordedFrame _frame = new();
    private FrameJson _values;

    private FrameParser(ReadOnlySpan<byte> line) => _values = new FrameJson(line);

    /// <summary>The frame, or what is wrong with the line.</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> line, [NotNullWhen(true)] out RecordedFrame? frame, [NotNullWhen(false)] out string? error)
    {
        frame = null;
        var parser = new FrameParser(line);
        try
        {
            if (parser.TryParse())
                frame = parser._frame;
            error = parser._values.Error;
        }
        catch (JsonException invalid)
        {
            // What follows the reason is a position within the line, which counts lines anew.
            int end = invalid.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
            error = $"invalid JSON at byte {invalid.BytePositionInLine}: {(end < 0 ? invalid.Message : invalid.Message[..end])}";
        }
        catch (InvalidOperationException)
        {
            error = "invalid JSON: a string is no valid Unicode text";
        }

        return frame is not null;
    }

    private bool TryParse()
    {
        if (!_values.TryStart())
            return false;
        while (_values.TryReadName(out string? name))
        {
            if (!TrySet(name))
                return false;
        }

        _values.End();
        if (_frame.Function.Length == 0)
            return _values.Fail("the frame has no \"function\"");
        return _frame.Point is not null || _values.Fail("the frame has no \"point\"");
    }

    private bool TrySet(string name) => name switch
    {
        "function" => TrySetFunction(),
        "point" => TrySetPoint(),
        "args" => _values.TryReadArguments(_frame.Arguments),
        "kwargs" => _values.TryReadNames(name, out var names) && Set(_frame.KeywordArguments = names),
        "locals" => _values.TryReadNames(name, out var names) && Set(_frame.Locals = names),
        "globals" => _values.TryReadNames(name, out var names) && Set(_frame.Globals = names),
        "self" => _values.TryRead(out var value) && Set(_frame.Self = value),
        "retval" => _values.TryRead(out var value) && Set(_frame.ReturnValue = value),
        "exception" => _values.TryReadException(out var value) && Set(_frame.Exception = value),
        "request" => _values.TryReadText(name, isOptional: true, out string? text) && Set(_frame.Request = text),
        "duration" => TrySetDuration(),
        _ => _values.Fail($"a frame has no \"{ConstantText.Escape(name)}\"; it has {Keys}"),
    };

    private bool TrySetFunction()
    {
        if (!_values.TryReadText("function", isOptional: false, out string? text))
            return false;
        _frame.Function = text!;
        return true;
    }

    private bool TrySetPoint()
    {
        if (!_values.TryReadText("point", isOptional: false, out string? text))
            return false;
        _frame.Point = text == "entry" ? ProbePoint.Entry : text == "exit" ? ProbePoint.Exit : null;
        return _frame.Point is not null || _values.Fail("\"point\" is \"entry\" or \"exit\"");
    }

    private bool TrySetDuration()
    {
        if (!_values.TryRead(out var value))
            return false;
        if (!value.IsNone && !value.IsInt && !value.IsFloat)
            return _values.Fail("\"duration\" is a number of seconds");
        _frame.Duration = value.IsInt ? value.UnsafeInt : value.IsFloat ? value.UnsafeFloat : 0;
        return true;
    }

    private static bool Set<T>(T _) => true;
}
