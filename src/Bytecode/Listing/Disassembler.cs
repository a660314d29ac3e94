using System.Globalization;

namespace HogTrace.Bytecode;

/// <summary>Writes programs for people to read, broken ones too: what is no instruction is shown as a byte.</summary>
internal static class Disassembler
{
    /// <param name="program">The program.</param>
    /// <param name="output">Where the listing goes.</param>
    /// <param name="notesOf">What to say beside the instructions of a probe, by its index.</param>
    public static void Write(Program program, TextWriter output, Func<int, IListingNotes?>? notesOf = null)
    {
        output.Write(Invariant($"program version {program.Version}, sampling {program.Sampling:R}"));
        output.WriteLine(program.SourceName.Length > 0 ? Invariant($", source {ConstantText.Quote(program.SourceName)}") : "");
        output.WriteLine("constants");
        for (int i = 0; i < program.Constants.Length; i++)
            output.WriteLine(Invariant($"  {i,5}  {program.Constants[i].Kind,-12}  {ConstantText.Of(program.Constants[i])}"));

        LineMap? lines = program.SourceText.Length > 0 ? new LineMap(program.SourceText) : null;
        for (int i = 0; i < program.Probes.Length; i++)
        {
            Probe probe = program.Probes[i];
            IListingNotes? notes = notesOf?.Invoke(i);
            output.WriteLine();
            WriteHeader(probe, output);
            if (!probe.Predicate.IsEmpty)
                new CodeListing(program, probe, CodeBlock.Predicate, lines, output, notes).Write();
            new CodeListing(program, probe, CodeBlock.Body, lines, output, notes).Write();
        }
    }

    private static void WriteHeader(Probe probe, TextWriter output)
    {
        string point = probe.Point == ProbePoint.Exit ? "exit" : "entry";
        string offset = probe.Offset is uint value ? Invariant($"+{value}") : "";
        string sampling = probe.Sampling is double rate ? Invariant($", sampling {rate:R}") : "";
        output.WriteLine(Invariant($"probe {ConstantText.Quote(probe.Id)}  fn:{ConstantText.Escape(probe.Specifier)}:{point}{offset}{sampling}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
