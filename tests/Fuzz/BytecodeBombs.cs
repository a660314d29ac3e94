using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Tests.Fuzz;

using Program = HogTrace.Bytecode.Program;

/// <summary>Programs as large as the format allows, and messages that nest or repeat.</summary>
internal static class BytecodeBombs
{
    private static readonly (string Name, byte[] Code)[] s_codes =
    [
        ("push", [(byte)Opcode.PushConst, 0, 0]),
        ("push and pop", [(byte)Opcode.PushConst, 0, 0, (byte)Opcode.Pop]),
        ("not", [(byte)Opcode.PushConst, 0, 0, (byte)Opcode.Not, (byte)Opcode.Pop]),
        ("jump to the next", [(byte)Opcode.Jump, 0, 0]),
        ("branch to the next", [(byte)Opcode.PushConst, 0, 0, (byte)Opcode.JumpIfTrue, 0, 0]),
        ("jump to the end", [(byte)Opcode.Jump, 0xFF, 0xFF]),
        ("branch over a constant", [(byte)Opcode.PushConst, 0, 0, (byte)Opcode.JumpIfFalse, 4, 0, (byte)Opcode.PushConst, 0, 0, (byte)Opcode.Pop]),
        ("capture", [(byte)Opcode.CallFunc, 1, 0, 0, (byte)Opcode.Pop]),
        ("attribute", [(byte)Opcode.LoadVar, 2, 0, (byte)Opcode.GetAttr, 2, 0, (byte)Opcode.Pop]),
        ("zero", [0]),
        ("all ones", [0xFF]),
    ];

    public static IEnumerable<(string Bomb, Func<string?> Run)> All()
    {
        foreach (var (name, code) in s_codes)
        {
            foreach (int length in (int[])[600, Limits.CodeBytes, Limits.CodeBytes + 100])
                yield return ($"{name}, {length} bytes", () => Follow(Repeated(code, length)));
        }

        yield return ("a stack as deep as allowed", () => Follow([.. Repeated(s_codes[0].Code, Limits.StackDepth * 3), .. Repeated([(byte)Opcode.Add], Limits.StackDepth - 1)]));
        foreach (byte tag in (byte[])[0x0B, 0x0A, 0x12, 0x1A, 0x5B])
            yield return ($"message of tag {tag:X2}", () => FollowBytes([.. Enumerable.Repeat(tag, 1_000_000)]));
        yield return ("nested messages", () => FollowBytes(Nested()));
        yield return ("a message over the limit", () => FollowBytes(new byte[Limits.MessageBytes + 1]));
        yield return ("as many constants as fit", () => FollowBytes(ProgramCodec.Write(Of([]) with { Constants = [.. Enumerable.Range(0, 70_000).Select(i => Constant.Int(i))] })));
        yield return ("as many probes as fit", () => FollowBytes(ProgramCodec.Write(Of([]) with { Probes = [.. Enumerable.Range(0, 2_000).Select(i => new Probe { Id = $"p{i}", Specifier = "a", Point = ProbePoint.Entry })] })));
    }

    private static string? Follow(byte[] code)
    {
        var program = Of([.. code]);
        _ = Verifier.Verify(program);
        Disassembler.Write(program, TextWriter.Null);
        return FollowBytes(ProgramCodec.Write(program));
    }

    private static string? FollowBytes(byte[] bytes)
    {
        if (ProgramCodec.Read(bytes) is { IsAccepted: true, Value: { } read })
            Disassembler.Write(read, TextWriter.Null);
        if (!HogTraceProgram.TryLoad(bytes, "", out var program, out Rejection? rejection))
            return rejection.Message.Length == 0 ? "rejected without a reason" : null;
        using var engine = new ProbeEngine();
        var frame = new ProbeFrame("a.b", ProbePoint.Entry);
        foreach (var probe in program.Probes)
        {
            if (engine.Execute(probe, frame).Fault is { Message: var message } && message.StartsWith("the run failed", StringComparison.Ordinal))
                return message;
        }

        return null;
    }

    private static Program Of(ImmutableArray<byte> body) => new()
    {
        Version = BytecodeVersion.Current,
        Constants = [Constant.Int(1), Constant.FunctionName("capture"), Constant.Identifier("self")],
        Probes = [new Probe { Id = "p", Specifier = "a.b", Point = ProbePoint.Entry, Body = body }],
    };

    private static byte[] Repeated(byte[] piece, int length)
    {
        byte[] code = new byte[length / piece.Length * piece.Length];
        for (int i = 0; i < code.Length; i++)
            code[i] = piece[i % piece.Length];
        return code;
    }

    // Fields 1 of length-delimited messages inside each other, three bytes of length each.
    private static byte[] Nested()
    {
        byte[] bytes = new byte[400_000];
        for (int i = 0; i + 4 <= bytes.Length; i += 4)
        {
            int rest = bytes.Length - i - 4;
            (bytes[i], bytes[i + 1], bytes[i + 2], bytes[i + 3]) =
                (0x0A, (byte)(rest | 0x80), (byte)((rest >> 7) | 0x80), (byte)((rest >> 14) & 0x7F));
        }

        return bytes;
    }
}
