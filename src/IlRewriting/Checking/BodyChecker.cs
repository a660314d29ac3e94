using HogTrace.IlRewriting.Bodies;

namespace HogTrace.IlRewriting.Checking;

/// <summary>
/// Checks a body from its bytes: that targets and clauses are well formed, and that the evaluation stack has the same depth
/// and types on all ways to an instruction. Types are coarse: objects are not told apart, nor what references refer to.
/// </summary>
internal static class BodyChecker
{
    /// <param name="method">With the signature of the locals that this body names.</param>
    /// <param name="body">The whole body: header, code and sections.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Check(MethodDescription method, ReadOnlySpan<byte> body, IMetadataView metadata)
    {
        if (BodyReader.TryRead(body, out string? problem) is not { } read)
            return problem;
        var kinds = new TypeKinds(metadata);
        if (CheckedMethod.TryDescribe(method, read, kinds, out problem) is not { } described)
            return problem;
        if (CheckVariables(read, described) is { } wrong)
            return wrong;
        if (RegionTree.TryBuild(read, out problem) is not { } regions)
            return problem;
        return new FlowCheck(read, regions, new StackEffects(described, new MemberLookup(metadata, kinds), kinds)).Run();
    }

    // Of code that is never reached too: the compiler imports no number that isn't there.
    private static string? CheckVariables(MethodBody body, CheckedMethod method)
    {
        foreach (var instruction in body.Instructions)
        {
            var variable = Variable.Of(instruction);
            if (variable.Use != VariableUse.None && variable.Number >= (variable.IsLocal ? method.Locals : method.Arguments).Length)
                return $"{instruction}: there is no such {(variable.IsLocal ? "local" : "argument")}";
        }

        return null;
    }
}
