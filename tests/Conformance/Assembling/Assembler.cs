using HogTrace.Bytecode;

namespace HogTrace.Tests.Conformance.Assembling;

/// <summary>Makes a program of one probe of statements: a mnemonic and its operands, with a semicolon between two.</summary>
/// <remarks>
/// The statements are the program's source, one a line, the predicate's before the body's; so a fault's line is the
/// statement that faulted. A label goes before its statement, or stands alone at the end: <c>-> done; …; done: Pop</c>.
/// </remarks>
internal static class Assembler
{
    public static Program Assemble(string predicate, string body, ProbePoint point, uint version)
    {
        var pool = new ConstantPool();
        List<Statement> first = Statement.ParseAll(predicate), second = Statement.ParseAll(body);
        byte[] predicateCode = Encode(first, pool, version), bodyCode = Encode(second, pool, version);
        return new Program
        {
            Version = version,
            Constants = [.. pool.Constants],
            Probes =
            [
                new Probe
                {
                    Id = "probe_0",
                    Specifier = "app.f",
                    Point = point,
                    Predicate = [.. predicateCode],
                    Body = [.. bodyCode],
                    Positions = [.. Positions([.. first, .. second])],
                },
            ],
            SourceName = "case",
            SourceText = string.Join('\n', [.. first.Concat(second).Select(statement => statement.Text)]),
        };
    }

    private static byte[] Encode(List<Statement> statements, ConstantPool pool, uint version)
    {
        var offsets = new Dictionary<string, int>();
        int length = 0;
        foreach (Statement statement in statements)
        {
            if (statement.Label is { } label)
                offsets.Add(label, length);
            length += statement.Length;
        }

        var code = new List<byte>();
        foreach (Statement statement in statements.Where(statement => statement.Info is not null))
        {
            if (statement.Info!.Since > version)
                throw new InvalidDataException($"version {version} has no {statement.Info.Name}");
            statement.Encode(code, pool, offsets);
        }

        return [.. code];
    }

    // Predicate and body lie end to end, in the code as in the source.
    private static IEnumerable<CodePosition> Positions(List<Statement> statements)
    {
        int code = 0, source = 0;
        foreach (Statement statement in statements)
        {
            if (statement.Info is not null)
                yield return new CodePosition(code, source, statement.Text.Length);
            code += statement.Length;
            source += statement.Text.Length + 1;
        }
    }
}
