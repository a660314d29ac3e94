using HogTrace.Bytecode;

namespace HogTrace.Tests.Unit.Bytecode;

public sealed class DisassemblerTests
{
    [Fact]
    public void A_program_with_its_source()
    {
        var predicate = new CodeWriter();
        predicate.LoadVar(0);
        int jump = predicate.JumpIfFalse();
        predicate.Truth();
        Assert.True(predicate.TryPatch(jump));
        var program = new Program
        {
            Version = 2,
            Constants = [Constant.Identifier("arg0"), Constant.Float(1), Constant.String("a\n\"")],
            Probes =
            [
                new Probe
                {
                    Id = "probe_0", Specifier = "a.b", Point = ProbePoint.Exit, Offset = 3, Sampling = 0.5,
                    Predicate = predicate.ToArray(),
                    Body = [0x10, 0, 0, 0x53, 5, 0xff, 0x01, 9, 0, 0x61, 2, 0, 1, 0x45],
                    Positions = [new(0, 4, 4), new(7, 11, 2)],
                },
            ],
            SourceName = "x.hog",
            SourceText = "fn:\narg0\r\n  body",
        };
        var output = new StringWriter { NewLine = "\n" };
        Disassembler.Write(program, output);
        Assert.Equal(
            """
            program version 2, sampling 1, source "x.hog"
            constants
                  0  Identifier    arg0
                  1  Float         1.0
                  2  String        "a\u000a\""

            probe "probe_0"  fn:a.b:exit+3, sampling 0.5
              predicate
                0000  LoadVar     0 (arg0)              ; 2:1  arg0
                0003  JumpIfFalse -> 0007               ; 2:1
                0006  Truth                             ; 2:1
              body
                0000  LoadVar     0 (arg0)              ; 3:2  body
                0003  GetSlice    start step            ; 3:2
                0005  .byte ff                          ; 3:2
                0006  PushConst   9 (?)                 ; 3:2
                0009  CallNamed   2 ("a\u000a\"") x1    ; 3:2
                0013  .byte 45                          ; 3:2

            """,
            output.ToString());
    }

    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("a\nb", 2, 2, 1)]
    [InlineData("a\r\nb", 2, 1, 3)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb\r\r", 4, 3, 1)]
    [InlineData("a\rb\r\r", 99, 4, 1)]
    [InlineData("𝒳b", 2, 1, 3)]
    public void Lines_and_columns(string text, int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), new LineMap(text).Position(offset));

    [Fact]
    public void Lines_come_without_their_ends() => Assert.Equal("b", new LineMap("a\r\nb\rc").Line(2).ToString());

    [Fact]
    public void Source_of_an_offset()
    {
        var probe = new Probe { Id = "p", Specifier = "a", Point = ProbePoint.Entry, Predicate = [2, 2], Body = [2, 2], Positions = [new(1, 5, 1), new(3, 6, 1)] };
        Assert.Null(SourceMap.Find(probe, CodeBlock.Predicate, 0));
        Assert.Equal(5, SourceMap.Find(probe, CodeBlock.Predicate, 1)?.SourceOffset);
        Assert.Null(SourceMap.Find(probe, CodeBlock.Body, 0));
        Assert.Equal(6, SourceMap.Find(probe, CodeBlock.Body, 1)?.SourceOffset);
    }
}
