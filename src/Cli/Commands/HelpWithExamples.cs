using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace HogTrace.Cli.Commands;

/// <summary>The usual help, and after it the examples of the command; of the root, the first of each command.</summary>
internal sealed class HelpWithExamples(HelpAction help, RootCommand root, TextWriter output) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is ExampleCommand command
            ? command.Examples
            : root.Subcommands.OfType<ExampleCommand>().Select(subcommand => subcommand.Examples[0]);
        output.WriteLine("Examples:");
        foreach (string example in examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
        return code;
    }
}
