using System.Globalization;
using HogTrace.Bytecode;
using HogTrace.IlBackend.Emit;

namespace HogTrace.Cli.Listing;

/// <summary>The IL that a probe is compiled to, beside its bytecode.</summary>
/// <param name="headings">What the code is for, or why there is none; of the predicate and of the body.</param>
/// <param name="predicate">Listing of the predicate; null when it isn't compiled.</param>
/// <param name="body">Listing of the body, likewise.</param>
/// <param name="offsetOf">Where the bytecode instruction of an index stands.</param>
internal sealed class ProbeIl(
    (string Predicate, string Body) headings, IlListing? predicate, IlListing? body, Func<CodeBlock, int, int> offsetOf) : IListingNotes
{
    private readonly IlText? _predicateText = predicate is null ? null : new IlText(predicate);
    private readonly IlText? _bodyText = body is null ? null : new IlText(body);

    public IEnumerable<string> Before(CodeBlock block)
    {
        string heading = block == CodeBlock.Predicate ? headings.Predicate : headings.Body;
        if (heading.Length > 0)
            yield return $"// {heading}";
        if (ListingOf(block) is not { } listing)
            yield break;
        foreach (string line in TextOf(block)!.Locals.Concat(TextOf(block)!.LinesOf(listing.Blocks[0])))
            yield return line;
    }

    public IEnumerable<string> Under(CodeBlock block, int instruction) =>
        BlocksOf(block, IlBlockKind.Operation)
            .Where(part => part.Instruction == instruction)
            .SelectMany(part => TextOf(block)!.LinesOf(part).Prepend($"// {part.Purpose}"));

    public IEnumerable<string> After(CodeBlock block) =>
        BlocksOf(block, IlBlockKind.Exit)
            .Where(part => TextOf(block)!.IsReached(part))
            .SelectMany(part => TextOf(block)!.LinesOf(part).Prepend(HeadingOf(block, part)));

    private string HeadingOf(CodeBlock block, IlBlock exit) => exit.Instruction < 0
        ? $"// exit: {exit.Purpose}"
        : string.Create(CultureInfo.InvariantCulture, $"// exit of {offsetOf(block, exit.Instruction):d4}: {exit.Purpose}");

    private IEnumerable<IlBlock> BlocksOf(CodeBlock block, IlBlockKind kind) =>
        ListingOf(block)?.Blocks.Where(part => part.Kind == kind) ?? [];

    private IlListing? ListingOf(CodeBlock block) => block == CodeBlock.Predicate ? predicate : body;

    private IlText? TextOf(CodeBlock block) => block == CodeBlock.Predicate ? _predicateText : _bodyText;
}
