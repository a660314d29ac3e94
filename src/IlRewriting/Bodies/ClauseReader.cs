using System.Buffers.Binary;

namespace HogTrace.IlRewriting.Bodies;

/// <summary>Reads the sections after a body's code (ECMA-335, II.25.4.5). Only those of exception clauses have a meaning.</summary>
internal static class ClauseReader
{
    public const int FatClauseSize = 24;
    public const int SectionHeaderSize = 4;
    public const byte ExceptionTable = 0x1;
    public const byte FatFormat = 0x40;

    private const int SmallClauseSize = 12;
    private const byte KindMask = 0x3F;
    private const byte MoreSections = 0x80;

    private readonly record struct Row(int Kind, long TryStart, long TrySize, long HandlerStart, long HandlerSize, int Token);

    /// <summary>Adds the clauses; the problem, if there is one.</summary>
    public static string? Read(ReadOnlySpan<byte> body, int at, Instruction?[] starts, List<Clause> clauses)
    {
        bool more = true;
        while (more)
        {
            at = (at + SectionHeaderSize - 1) & ~(SectionHeaderSize - 1);
            if (at > body.Length - SectionHeaderSize)
                return "a section is cut off";
            byte flags = body[at];
            bool fat = (flags & FatFormat) != 0;
            int size = fat ? BinaryPrimitives.ReadInt32LittleEndian(body[at..]) >>> 8 : body[at + 1];
            if (size < SectionHeaderSize)
                return "a section is smaller than its header";
            if ((flags & KindMask) == ExceptionTable && ReadSection(body[(at + SectionHeaderSize)..], size, fat, starts, clauses) is { } problem)
                return problem;
            at = size > body.Length - at ? body.Length : at + size;
            more = (flags & MoreSections) != 0;
        }

        return null;
    }

    private static string? ReadSection(ReadOnlySpan<byte> rows, int size, bool fat, Instruction?[] starts, List<Clause> clauses)
    {
        int rowSize = fat ? FatClauseSize : SmallClauseSize;
        int count = size / rowSize; // rounds: some compilers leave the header out of the size
        if (count > rows.Length / rowSize)
            return "the exception clauses are cut off";
        for (int i = 0; i < count; i++)
        {
            var row = fat ? ReadFat(rows[(i * rowSize)..]) : ReadSmall(rows[(i * rowSize)..]);
            if (Resolve(row, starts) is not { } clause)
                return $"exception clause {i} is of no known kind or its bounds are not the starts of instructions";
            clauses.Add(clause);
        }

        return null;
    }

    private static Row ReadFat(ReadOnlySpan<byte> row) => new(
        BinaryPrimitives.ReadInt32LittleEndian(row),
        BinaryPrimitives.ReadUInt32LittleEndian(row[4..]),
        BinaryPrimitives.ReadUInt32LittleEndian(row[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(row[12..]),
        BinaryPrimitives.ReadUInt32LittleEndian(row[16..]),
        BinaryPrimitives.ReadInt32LittleEndian(row[20..]));

    private static Row ReadSmall(ReadOnlySpan<byte> row) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(row),
        BinaryPrimitives.ReadUInt16LittleEndian(row[2..]),
        row[4],
        BinaryPrimitives.ReadUInt16LittleEndian(row[5..]),
        row[7],
        BinaryPrimitives.ReadInt32LittleEndian(row[8..]));

    private static Clause? Resolve(Row row, Instruction?[] starts)
    {
        var kind = (ClauseKind)row.Kind;
        if (kind is not (ClauseKind.Catch or ClauseKind.Filter or ClauseKind.Finally or ClauseKind.Fault) || row.TrySize == 0 || row.HandlerSize == 0)
            return null;
        var filter = kind == ClauseKind.Filter ? At(starts, (uint)row.Token) : null;
        if (At(starts, row.TryStart) is not { } tryStart || At(starts, row.TryStart + row.TrySize) is not { } tryEnd)
            return null;
        if (At(starts, row.HandlerStart) is not { } handlerStart || At(starts, row.HandlerStart + row.HandlerSize) is not { } handlerEnd)
            return null;
        if (kind == ClauseKind.Filter && (filter is null || filter.Offset >= handlerStart.Offset))
            return null;
        return new Clause
        {
            Kind = kind,
            TryStart = tryStart,
            TryEnd = tryEnd,
            HandlerStart = handlerStart,
            HandlerEnd = handlerEnd,
            FilterStart = filter,
            TypeToken = kind == ClauseKind.Filter ? 0 : row.Token,
        };
    }

    private static Instruction? At(Instruction?[] starts, long offset) => offset < starts.Length ? starts[offset] : null;
}
