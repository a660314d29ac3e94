using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>
/// Which captured values of a program come from secret names, found once when it is loaded. A secret flows through
/// members, items and slices of it, texts and numbers made from it, either side of <c>? :</c>, and names of the request
/// store, across probes. Comparisons, lengths and arithmetic other than <c>+</c> set it free.
/// </summary>
internal sealed class SecretFlow
{
    // Null when nothing that is captured is secret.
    private Dictionary<(VerifiedCode Code, int Instruction), bool[]>? _captures;

    private SecretFlow()
    {
    }

    /// <summary>One pass over the program; a join costs no more than the depth of the stack there.</summary>
    /// <param name="parameters">Names of the method's parameters, which make <c>argN</c> secret; none when they are not known.</param>
    public static SecretFlow Analyze(VerifiedProgram program, SecretNames names, params ImmutableArray<string> parameters)
    {
        var graph = new FlowGraph();
        var reader = new FlowReader(program.Program.Constants, names, parameters, graph);
        foreach (VerifiedProbe probe in program.Probes)
        {
            if (probe.Predicate is not null)
                reader.Read(probe.Predicate);
            reader.Read(probe.Body);
        }

        var flow = new SecretFlow();
        graph.Spread();
        foreach (CapturedFlow capture in reader.Captures)
        {
            bool[] secret = new bool[capture.Fields.Length];
            bool any = false;
            for (int i = 0; i < secret.Length; i++)
                any |= secret[i] = graph.IsSecret(capture.Fields[i]);
            if (any)
                (flow._captures ??= []).Add((capture.Code, capture.Instruction), secret);
        }

        return flow;
    }

    /// <summary>For each field of the capture call at an instruction index, whether its value is secret; empty when none is.</summary>
    public ReadOnlySpan<bool> Fields(VerifiedCode code, int instruction) =>
        _captures?.GetValueOrDefault((code, instruction));
}
