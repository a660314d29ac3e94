using System.CommandLine;
using System.CommandLine.Parsing;
using HogTrace.Cli.Input;

namespace HogTrace.Cli.Commands;

/// <summary>How commands are told what to read: <c>FILE</c>, <c>-</c> or <c>-e</c>.</summary>
internal sealed class InputArguments
{
    private readonly Argument<string[]> _files;
    private readonly Option<string[]> _texts;
    private readonly bool _isSingle;

    public InputArguments(Command command, string description, bool isSingle)
    {
        _isSingle = isSingle;
        _files = new Argument<string[]>("FILE")
        {
            Description = $"{description}; '-' is standard input.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        _texts = new Option<string[]>("-e")
        {
            Description = "A source text in place of a file.",
            HelpName = "SOURCE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        command.Add(_files);
        command.Add(_texts);
        command.Validators.Add(Validate);
    }

    /// <summary>What to read, files first; only after the arguments were found valid.</summary>
    public IReadOnlyList<InputFile> All(ParseResult arguments) =>
    [
        .. (arguments.GetValue(_files) ?? []).Select(InputFile.OfPath),
        .. (arguments.GetValue(_texts) ?? []).Select(InputFile.OfText),
    ];

    /// <summary>The one thing to read.</summary>
    public InputFile Single(ParseResult arguments) => All(arguments)[0];

    /// <summary>Whether anything to read is no file of the file system.</summary>
    public bool HasOtherThanFiles(CommandResult arguments) =>
        arguments.GetValue(_texts) is { Length: > 0 }
        || HasStandardInput(arguments);

    public bool HasStandardInput(CommandResult arguments) =>
        (arguments.GetValue(_files) ?? []).Contains(InputFile.StandardInputPath);

    private void Validate(CommandResult result)
    {
        string[] files = result.GetValue(_files) ?? [];
        int count = files.Length + (result.GetValue(_texts)?.Length ?? 0);
        if (count == 0)
            result.AddError("a FILE is needed, or -e SOURCE");
        else if (_isSingle && count > 1)
            result.AddError("one FILE or one -e SOURCE is wanted, not several");
        else if (files.Count(file => file == InputFile.StandardInputPath) > 1)
            result.AddError("standard input can be read only once");
    }
}
