using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HogTrace.Cli.Output;

/// <summary>Events as lines for people: time, request, direction, method, captured fields.</summary>
/// <param name="hasColors">Whether the output takes colours.</param>
internal sealed class EventText(bool hasColors)
{
    // What one object may take of a terminal; --format json has everything.
    private const int MaxValueLength = 400;
    private const int RequestWidth = 8;
    private const int FunctionWidth = 24;
    private const double MillisecondsInSecond = 1_000;

    // Times in seconds are what a reader looks for first; they are shown in milliseconds.
    private const string Duration = "duration";

    private readonly StringBuilder _text = new();

    /// <summary>Renders a line of JSON; what is none is shown as it is.</summary>
    public ReadOnlySpan<byte> Render(ReadOnlyMemory<byte> line)
    {
        _text.Clear();
        try
        {
            using var json = JsonDocument.Parse(line);
            Append(json.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            _text.Clear();
            AppendShown(Encoding.UTF8.GetString(line.Span));
        }

        return Encoding.UTF8.GetBytes(_text.ToString());
    }

    private void Append(JsonElement item)
    {
        bool isFault = item.TryGetProperty("fault", out _);
        Colored(Ansi.Dim, Time(item));
        _text.Append("  ");
        AppendShown(Origin(item).PadRight(RequestWidth));
        string arrow = Text(item, "point") == "entry" ? " -> " : " <- ";
        if (isFault)
            Colored(Ansi.BoldYellow, arrow);
        else
            _text.Append(arrow);
        Colored(Ansi.Cyan, ShortName(Text(item, "function") ?? "?").PadRight(FunctionWidth));
        _text.Append(' ');
        if (isFault)
            AppendFault(item);
        else if (item.TryGetProperty("captures", out var fields))
            AppendFields(fields);
    }

    private void AppendFields(JsonElement fields)
    {
        bool isFirst = true;
        foreach (var field in fields.EnumerateObject())
        {
            if (!isFirst)
                _text.Append("  ");
            isFirst = false;
            Colored(Ansi.Dim, $"{field.Name}=");
            if (field is { Name: Duration, Value.ValueKind: JsonValueKind.Number } && field.Value.TryGetDouble(out double seconds))
                AppendDuration(seconds * MillisecondsInSecond);
            else
                AppendShown(field.Value.GetRawText());
        }
    }

    // To the microsecond where a tenth of a millisecond would be all or nothing.
    private void AppendDuration(double milliseconds) =>
        _text.Append(milliseconds.ToString(Math.Abs(milliseconds) < 1 ? "f3" : "f1", CultureInfo.InvariantCulture)).Append("ms");

    private void AppendFault(JsonElement item)
    {
        string unreported = Number(item, "unreported") is > 0 and var count
            ? string.Create(CultureInfo.InvariantCulture, $" (and {count} more like it)")
            : "";
        Colored(Ansi.BoldYellow, string.Create(CultureInfo.InvariantCulture,
            $"probe fault at {Number(item, "line")}:{Number(item, "column")}: {Text(item, "fault")}: {Text(item, "message")}{unreported}"));
    }

    /// <summary>The last two parts of a full name: type and method.</summary>
    private static string ShortName(string function)
    {
        int last = function.LastIndexOf('.');
        int before = last > 0 ? function.LastIndexOf('.', last - 1) : -1;
        return function[(before + 1)..];
    }

    private static string Time(JsonElement item) =>
        item.TryGetProperty("timestamp", out var value) && value.TryGetDouble(out double seconds)
            && Math.Abs(seconds) < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds).ToLocalTime().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)
            : "--:--:--.---";

    // What tells the lines of one piece of work from others': its request, else its trace, else its thread.
    private static string Origin(JsonElement item)
    {
        string? name = Text(item, "request") ?? Text(item, "trace");
        if (name is not null)
            return name.Length <= RequestWidth ? name : name[..RequestWidth];
        return item.TryGetProperty("thread", out _) ? string.Create(CultureInfo.InvariantCulture, $"#{Number(item, "thread")}") : "-";
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long Number(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out long number) ? number : 0;

    private void Colored(string color, string text)
    {
        if (hasColors)
            _text.Append(color);
        AppendShown(text);
        if (hasColors)
            _text.Append(Ansi.Reset);
    }

    // What a process captured may hold anything; a line stays a line and moves no cursor.
    private void AppendShown(string text)
    {
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, MaxValueLength)))
            _text.Append(char.IsControl(c) ? '\uFFFD' : c);
        if (text.Length > MaxValueLength)
            _text.Append('…');
    }
}
