using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
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
        string[] program = CutProgram(ref arguments);
        var root = MakeRoot(program);
        var parsed = root.Parse(arguments, s_parsing);
        if (parsed.Action is ParseErrorAction or null || UnknownOption(parsed) is not null)
            return Reject(root, parsed);
        return parsed.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = console.Out,
            Error = console.ErrorWriter,
        });
    }

    // A program's options are none of ours.
    private static string[] CutProgram(ref string[] arguments)
    {
        int end = arguments is [RunCommand.CommandName, ..] ? Array.IndexOf(arguments, "--") : -1;
        if (end < 0)
            return [];
        string[] program = arguments[(end + 1)..];
        arguments = arguments[..end];
        return program;
    }

    private RootCommand MakeRoot(string[] program)
    {
        var root = new RootCommand("Trace .NET processes with HogTrace probes; check, format, compile and run probes.")
        {
            new ProcessesCommand(console),
            new ListCommand(console),
            new TraceCommand(console),
            new RunCommand(console, program),
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

    // The parser takes what it doesn't know for a file; a file of such a name can stand after '--'.
    private static string? UnknownOption(ParseResult parsed) =>
        parsed.Action is HelpWithExamples || parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? null
            : parsed.CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .FirstOrDefault(token => token.Value.Length > 1 && token.Value[0] == '-')?.Value;

    private static string? NearestOption(ParseResult parsed, string option) =>
        NearestName.Find(option, parsed.CommandResult.Command.Options.Select(known => known.Name));

    private int Reject(RootCommand root, ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (UnknownOption(parsed) is { } option)
            return Reject(command, $"unknown option '{ConstantText.Escape(option)}'", NearestOption(parsed, option));
        if (command is not RootCommand || parsed.UnmatchedTokens.Count == 0)
            return Reject(command, parsed.Errors.Count > 0 ? parsed.Errors[0].Message.TrimEnd('.') : "a command is needed", null);
        string unknown = parsed.UnmatchedTokens[0];
        string? nearest = NearestName.Find(unknown, root.Subcommands.Select(subcommand => subcommand.Name));
        string kind = unknown.StartsWith('-') ? "option" : "command";
        return Reject(command, $"unknown {kind} '{ConstantText.Escape(unknown)}'", nearest is null ? null : $"hogtrace {nearest}");
    }

    private int Reject(Command command, string message, string? nearest)
    {
        string name = command is RootCommand ? "hogtrace" : $"hogtrace {command.Name}";
        console.Error(message);
        console.ErrorWriter.WriteLine(nearest is null ? $"Try '{name} --help'." : $"Did you mean '{nearest}'? Try '{name} --help'.");
        return ExitCodes.Usage;
    }
}
