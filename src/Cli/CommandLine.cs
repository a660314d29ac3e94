using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using HogTrace.Bytecode;
using HogTrace.Cli.Commands;
using HogTrace.Cli.Output;

namespace HogTrace.Cli;

/// <summary>The whole command line: parses it, and runs the command or says what is wrong with it.</summary>
internal sealed class CommandLine(CommandConsole console)
{
    // A leading @ or [ is nothing special here, and short options don't run together: sources stand on the line.
    private static readonly ParserConfiguration s_parsing = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    public int Run(string[] arguments)
    {
        var root = MakeRoot();
        var parsed = root.Parse(arguments, s_parsing);
        if (parsed.Action is ParseErrorAction || parsed.Action is null)
            return Reject(root, parsed);
        return parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = console.Out,
            Error = console.ErrorWriter,
        });
    }

    private RootCommand MakeRoot()
    {
        var root = new RootCommand("Compile, check, format and run HogTrace probes.")
        {
            new CheckCommand(console),
            new CompileCommand(console),
            new DisassembleCommand(console),
            new FormatCommand(console),
            new ExecuteCommand(console),
        };
        root.Directives.Clear();
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
                option.Action = new HelpWithExamples(help, root, console.Out);
        }

        return root;
    }

    private int Reject(RootCommand root, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        string name = command is RootCommand ? "hogtrace" : $"hogtrace {command.Name}";
        bool isUnknown = command is RootCommand && parsed.UnmatchedTokens.Count > 0;
        string message = isUnknown ? $"unknown command '{ConstantText.Escape(parsed.UnmatchedTokens[0])}'"
            : parsed.Errors.Count > 0 ? parsed.Errors[0].Message.TrimEnd('.')
            : "a command is needed";
        string? nearest = isUnknown
            ? NearestName.Find(parsed.UnmatchedTokens[0], root.Subcommands.Select(subcommand => subcommand.Name))
            : null;
        console.Error(message);
        console.ErrorWriter.WriteLine(nearest is null ? $"Try '{name} --help'." : $"Did you mean 'hogtrace {nearest}'?");
        return ExitCodes.Usage;
    }
}
