using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HogTrace.Arities.Generator;

/// <summary>
/// Leaves arguments out: the element of a list, the statement or the member goes that is about none but these. What is
/// about all of them stays, also where none is left.
/// </summary>
internal sealed class ArityRewriter(int arity, int most) : CSharpSyntaxRewriter(visitIntoStructuredTrivia: true)
{
    private static readonly string[] s_numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight"];

    // What is called otherwise when it is for no arguments.
    private static readonly Dictionary<string, string> s_namesOfNone = new()
    {
        ["ProbeSite"] = "BareProbeSite",
        ["Arguments"] = "NoArguments",
    };

    public override SyntaxList<TNode> VisitList<TNode>(SyntaxList<TNode> list) =>
        base.VisitList(new SyntaxList<TNode>(list.Where(node => !IsLeftOut(node))));

    public override SeparatedSyntaxList<TNode> VisitList<TNode>(SeparatedSyntaxList<TNode> list)
    {
        List<TNode> kept = [.. list.Where(node => !IsLeftOut(node))];
        var separators = list.GetSeparators().Take(System.Math.Max(0, kept.Count - 1));
        return base.VisitList(kept.Count == list.Count ? list : SyntaxFactory.SeparatedList(kept, separators));
    }

    public override SyntaxNode? VisitGenericName(GenericNameSyntax node)
    {
        var name = (GenericNameSyntax)base.VisitGenericName(node)!;
        return name.TypeArgumentList.Arguments.Count > 0 ? name : SyntaxFactory.IdentifierName(NameOfNone(name.Identifier)).WithTriviaFrom(name);
    }

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
    {
        var type = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
        return type.TypeParameterList is { Parameters.Count: 0 } none
            ? type.WithIdentifier(NameOfNone(type.Identifier).WithTrailingTrivia(none.GetTrailingTrivia())).WithTypeParameterList(null)
            : type;
    }

    public override SyntaxNode? VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        var constructor = (ConstructorDeclarationSyntax)base.VisitConstructorDeclaration(node)!;
        return arity > 0 ? constructor : constructor.WithIdentifier(NameOfNone(constructor.Identifier));
    }

    // How many there are is said in words in the documentation.
    public override SyntaxToken VisitToken(SyntaxToken token)
    {
        if (!token.IsKind(SyntaxKind.XmlTextLiteralToken))
            return base.VisitToken(token);
        string text = Regex.Replace(
            token.Text,
            $"\\b{s_numbers[most]} (argument|input)s\\b",
            match => $"{(char.IsUpper(match.Value[0]) ? Capitalized(s_numbers[arity]) : s_numbers[arity])} {match.Groups[1].Value}{(arity == 1 ? "" : "s")}",
            RegexOptions.IgnoreCase);
        return SyntaxFactory.XmlTextLiteral(token.LeadingTrivia, text, text, token.TrailingTrivia);
    }

    private bool IsLeftOut(SyntaxNode node)
    {
        var numbers = ArgumentName.NumbersIn(node);
        return numbers.Count > 0 && numbers.Count < most && numbers.All(number => number >= arity);
    }

    private static SyntaxToken NameOfNone(SyntaxToken name) =>
        s_namesOfNone.TryGetValue(name.Text, out string? other) ? SyntaxFactory.Identifier(name.LeadingTrivia, other, name.TrailingTrivia) : name;

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word.Substring(1);
}
