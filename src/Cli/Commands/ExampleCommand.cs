using System.CommandLine;
using HogTrace.Cli.Output;

namespace HogTrace.Cli.Commands;

/// <summary>A command that shows how it is used.</summary>
internal abstract class ExampleCommand : Command
{
    protected ExampleCommand(CommandConsole console, string name, string description, params string[] examples)
        : base(name, description)
    {
        Console = console;
        Examples = examples;
        SetAction(Run);
    }

    /// <summary>Complete command lines; at least one.</summary>
    public IReadOnlyList<string> Examples { get; }

    protected CommandConsole Console { get; }

    protected abstract int Run(ParseResult arguments);

    /// <summary>Says on standard error why the command fails.</summary>
    protected int Fail(string message)
    {
        Console.Error(message);
        return ExitCodes.Failure;
    }
}
