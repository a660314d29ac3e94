using System.CommandLine;
using HogTrace.Runtime;

namespace HogTrace.Cli.Commands;

/// <summary><c>--policy</c>: which members of objects probes read.</summary>
internal sealed class PolicyOption : Option<string>
{
    private static readonly string[] s_names = ["safe", "public-getters", "non-public"];

    public PolicyOption()
        : base("--policy")
    {
        Description = "Which members of objects probes read: safe runs no code of the process, public-getters calls them, non-public reads all fields.";
        DefaultValueFactory = _ => s_names[0];
        this.AcceptOnlyFromAmong(s_names);
    }

    public MemberPolicy PolicyOf(ParseResult arguments) => (MemberPolicy)Array.IndexOf(s_names, arguments.GetValue(this));
}
