using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using HogTrace.Cli.Attaching;

namespace HogTrace.Cli.Commands;

/// <summary>How commands are told which process is meant: <c>-p</c> or <c>-n</c>.</summary>
internal sealed class TargetArguments
{
    private readonly Option<int?> _id = new("--process-id", "-p")
    {
        Description = "The process by its id; 'hogtrace ps' shows them.",
        HelpName = "PID",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens is [var token] ? token.Value : "", NumberStyles.None, CultureInfo.InvariantCulture, out int id) && id > 0)
                return id;
            result.AddError("-p is the id of a process; 'hogtrace ps' shows them");
            return null;
        },
    };

    private readonly Option<string?> _name = new("--name", "-n")
    {
        Description = "The process by its name, or by the name of its main assembly.",
        HelpName = "NAME",
    };

    public TargetArguments(Command command)
    {
        command.Add(_id);
        command.Add(_name);
        command.Validators.Add(Validate);
    }

    /// <summary>Says on standard error why there is no such process, or why it can't be traced.</summary>
    public bool TryFind(ParseResult arguments, Output.CommandConsole console, [NotNullWhen(true)] out TargetProcess? process)
    {
        string? error;
        bool isFound = arguments.GetValue(_id) is { } id
            ? TargetSelection.TryById(id, out process, out error)
            : TargetSelection.TryByName(arguments.GetRequiredValue(_name)!, ProcessDiscovery.All(), out process, out error);
        if (!isFound)
            console.Error(error!);
        return isFound;
    }

    private void Validate(CommandResult result)
    {
        bool hasId = result.GetResult(_id) is { Implicit: false };
        bool hasName = result.GetResult(_name) is { Implicit: false };
        if (hasId == hasName)
            result.AddError(hasId ? "-p and -n exclude each other" : "-p PID or -n NAME says which process");
    }
}
