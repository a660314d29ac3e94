namespace HogTrace.Bytecode;

/// <summary>What a listing of a probe says beside its instructions, in lines.</summary>
internal interface IListingNotes
{
    /// <summary>Before the first instruction of a block.</summary>
    IEnumerable<string> Before(CodeBlock block);

    /// <summary>Under an instruction, by its index in the block.</summary>
    IEnumerable<string> Under(CodeBlock block, int instruction);

    /// <summary>After the last instruction.</summary>
    IEnumerable<string> After(CodeBlock block);
}
