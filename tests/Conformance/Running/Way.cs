using HogTrace.Bytecode;
using HogTrace.Parser;
using HogTrace.Tests.Conformance.Reading;
using HogTrace.Tests.Conformance.Tiers;

namespace HogTrace.Tests.Conformance.Running;

/// <summary>A way from a case's source to a program that runs.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Detail">What has to be the same as on the first way.</param>
/// <param name="Program">The program.</param>
internal sealed record Way(string Name, Detail Detail, HogTraceProgram Program)
{
    /// <summary>Every way that the case can go; the first is what its expectations are about.</summary>
    public static IReadOnlyList<Way> Of(ConformanceCase item)
    {
        if (item.Assembled is { } assembled)
        {
            var loaded = HogTraceProgram.Load(ProgramCodec.Write(assembled));
            return [new Way("assembled", Detail.All, loaded), new Way("loaded", Detail.All, HogTraceProgram.Load(loaded.ToBytes()))];
        }

        uint version = item.Options.Bytecode;
        var ways = new List<Way>();
        if (version == 2)
            ways.Add(new Way("compiled", Detail.All, HogTraceProgram.Compile(item.Source, "case")));
        byte[] bytes = ways.Count > 0 ? ways[0].Program.ToBytes() : Compile(item, version, fold: true)!;
        ways.Add(new Way("loaded", Detail.All, HogTraceProgram.Load(bytes)));
        ways.Add(new Way("unfolded", Detail.Position, HogTraceProgram.Load(Compile(item, version, fold: false)!)));

        // Version 1 has no positions.
        if (version != 1 && item.Options.MeansSameInVersion1)
        {
            foreach (bool fold in (bool[])[true, false])
            {
                if (Compile(item, 1, fold) is { } older)
                    ways.Add(new Way($"version 1{(fold ? "" : ", unfolded")}", Detail.None, HogTraceProgram.Load(older)));
            }
        }

        return ways;
    }

    public static CompileResult CompileOnly(ConformanceCase item) =>
        ProgramCompiler.Compile(item.Source, new CompileOptions { BytecodeVersion = item.Options.Bytecode, SourceName = "case" });

    private static byte[]? Compile(ConformanceCase item, uint version, bool fold)
    {
        CompileResult result = ProgramCompiler.Compile(
            item.Source, new CompileOptions { BytecodeVersion = version, Fold = fold, SourceName = "case" });
        return result.Program is null ? null : ProgramCodec.Write(result.Program);
    }
}
