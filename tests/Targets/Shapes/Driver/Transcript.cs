using System.Globalization;
using System.Text;

namespace Driver;

/// <summary>What the shapes returned, changed and threw, a line each.</summary>
internal sealed class Transcript
{
    private readonly StringBuilder _text = new();

    public void Add(string shape, params object?[] values)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(shape).Append(':');
        foreach (object? value in values)
            _text.Append(' ').Append(Text(value));
    }

    /// <summary>Adds what is thrown.</summary>
    public void AddThrown(string shape, Action act)
    {
        try
        {
            act();
            Add(shape, "nothing");
        }
        catch (Exception exception)
        {
            var inner = (exception as AggregateException)?.InnerException ?? exception;
            Add(shape, inner.GetType().Name, inner.Message);
        }
    }

    public override string ToString() => _text.ToString();

    private static string Text(object? value) => value switch
    {
        null => "null",
        int[] numbers => string.Join('+', numbers),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
