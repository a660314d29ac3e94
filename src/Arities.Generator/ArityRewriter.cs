using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace HogTrace.Arities.Generator;

/// <summary>
/// Leaves arguments out: the element of a list, the statement or the member goes that is about none but these. An
/// argument, its type and its field are known by their names, which end in its number: arg7, T7, _arg7.
/// </summary>
internal sealed class ArityRewriter(int arity, int most) : CSharpSyntaxRewriter(visitIntoStructuredTrivia: true)
{
    private static readonly string[] s_numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

    private static readonly Regex s_argument = new("^(?:T|_?arg)([0-9])$");

    public override SyntaxList<TNode> VisitList<TNode>(SyntaxList<TNode> list) =>
        base.VisitList(new SyntaxList<TNode>(list.Where(node => !IsLeftOut(node))));

    public override SeparatedSyntaxList<TNode> VisitList<TNode>(SeparatedSyntaxList<TNode> list)
    {
        List<TNode> kept = [.. list.Where(node => !IsLeftOut(node))];
        var separators = list.GetSeparators().Take(System.Math.Max(0, kept.Count - 1));
        return base.VisitList(kept.Count == list.Count ? list : SyntaxFactory.SeparatedList(kept, separators));
    }

    // How many there are is said in words in the documentation.
    public override SyntaxToken VisitToken(SyntaxToken token)
    {
        if (!token.IsKind(SyntaxKind.XmlTextLiteralToken))
            return base.VisitToken(token);
        string text = Regex.Replace(
            token.Text,
            $"\\b{s_numbers[most]} arguments\\b",
            match => (char.IsUpper(match.Value[0]) ? Capitalized(s_numbers[arity]) : s_numbers[arity]) + (arity == 1 ? " argument" : " arguments"),
            RegexOptions.IgnoreCase);
        return SyntaxFactory.XmlTextLiteral(token.LeadingTrivia, text, text, token.TrailingTrivia);
    }

    private bool IsLeftOut(SyntaxNode node)
    {
        List<int> numbers = [.. node.DescendantTokens().Select(token => s_argument.Match(token.Text)).Where(match => match.Success).Select(match => match.Groups[1].Value[0] - '0')];
        return numbers.Count > 0 && numbers.All(number => number >= arity);
    }

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
