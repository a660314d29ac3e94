using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Plans;
using HogTrace.Tests.Rewriting.Metadata;

namespace HogTrace.Tests.Rewriting.Shapes;

/// <summary>Rewrites a body from text to text, in which what the bridge has is named.</summary>
internal static class Rewritten
{
    public static string Text(MethodDescription method, ProbePlan plan, string code, params string[] clauses)
    {
        var tokens = new AddedTokens(new NoMetadata());
        int locals = method.LocalSignature is null ? 0 : 0x11000001;
        var result = BodyRewriter.Rewrite(method, Assembler.Body(code, clauses, maxStack: 1, locals: locals), plan, tokens);
        Assert.Null(result.Detail);
        var body = BodyReader.TryRead(result.Body, out string? problem);
        Assert.Null(problem);
        return string.Join('\n', Lines(body!, tokens));
    }

    public static HookCall Typed(int id, params HookInput[] inputs) => new(id, HookForm.Typed, [.. inputs]);

    public static HookCall Packed(int id, params HookInput[] inputs) => new(id, HookForm.Packed, [.. inputs]);

    public static HookInput Argument(ushort position) => new(InputKind.Argument, position);

    private static IEnumerable<string> Lines(MethodBody body, AddedTokens tokens)
    {
        string listing = Listing.Of(body);
        foreach (string line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string text = line.Trim();
            int at = text.IndexOf("80000", StringComparison.Ordinal) - 2;
            yield return at >= 0 ? string.Concat(text.AsSpan(0, at), Name(Convert.ToInt32(text.Substring(at, 8), 16), tokens), text.AsSpan(at + 8)) : text;
        }
    }

    private static string Name(int token, AddedTokens tokens)
    {
        if (tokens.Find(token) is not { } row)
            return $"{token:X8}";
        string signature = Convert.ToHexString(row.Signature);
        return row.Parent == 0 ? row.Name + signature : $"{Name(row.Parent, tokens)}.{(row.Name.Length != 0 ? row.Name : $"<{signature}>")}";
    }
}
