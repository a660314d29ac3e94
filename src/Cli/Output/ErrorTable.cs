using Spectre.Console;

namespace HogTrace.Cli.Output;

/// <summary>Writes tables to standard error.</summary>
internal static class ErrorTable
{
    // Where nobody's terminal sets a width, no line is broken.
    private const int UnboundedWidth = 1_000;

    public static void Write(CommandConsole console, Table table)
    {
        var made = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = console.ErrorHasColors ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = console.ErrorHasColors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(console.ErrorWriter),
        });
        if (System.Console.IsErrorRedirected)
            made.Profile.Width = UnboundedWidth;
        made.Write(table);
    }
}
