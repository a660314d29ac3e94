using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace HogTrace.Arities.Generator;

/// <summary>
/// An argument, its type and its field are known by their names, which end in its number: arg7, T7, _arg7. Those of
/// hooks are inputs: input7, Input7.
/// </summary>
internal static class ArgumentName
{
    private static readonly Regex s_name = new("^(?:T|_?arg|[Ii]nput)([0-9])$");

    public static bool IsOf(SyntaxToken token) => s_name.IsMatch(token.Text);

    /// <summary>The numbers of the arguments that a node is about.</summary>
    public static HashSet<int> NumbersIn(SyntaxNode node) =>
        [.. node.DescendantTokens().Select(token => s_name.Match(token.Text)).Where(match => match.Success).Select(match => match.Groups[1].Value[0] - '0')];
}
