namespace HogTrace.Tests.EndToEnd.Cli;

public sealed class DisassembleTests
{
    private const string Source = "fn:a.b:exit / retval > 2 / { capture(v=-arg0); }";

    private const string Listing = """
        program version 2, sampling 1
        constants
              0  Identifier    retval
              1  Int           2
              2  String        "v"
              3  Identifier    arg0
              4  FunctionName  capture

        probe "probe_0"  fn:a.b:exit
          predicate
            0000  LoadVar     0 (retval)            ; 1:15  fn:a.b:exit / retval > 2 / { capture(v=-arg0); }
            0003  PushConst   1 (2)                 ; 1:24
            0006  Gt                                ; 1:22
          body
            0000  PushConst   2 ("v")               ; 1:38  fn:a.b:exit / retval > 2 / { capture(v=-arg0); }
            0003  LoadVar     3 (arg0)              ; 1:41
            0006  Neg                               ; 1:40
            0007  CallNamed   4 (capture) x1        ; 1:30
            0011  Pop                               ; 1:30

        """;

    [Fact]
    public void Lists_a_source() =>
        Assert.Equal(new CommandResult(0, Listing, ""), HogTraceProcess.Run("disasm", "-e", Source));

    [Fact]
    public void Lists_a_compiled_program()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Name("x.hogc");
        Assert.Equal(0, HogTraceProcess.Run("compile", "-e", Source, "-o", path).ExitCode);
        Assert.Equal(new CommandResult(0, Listing, ""), HogTraceProcess.Run("disasm", path));
    }

    [Fact]
    public void Lists_hexadecimal_text_from_standard_input()
    {
        string hex = HogTraceProcess.Run("compile", "-e", Source, "--format", "hex").Out;
        Assert.Equal(new CommandResult(0, Listing, ""), HogTraceProcess.RunWithText(hex, "disasm", "-"));
    }

    [Fact]
    public void Lists_a_program_that_would_not_run_and_says_so()
    {
        // Body: Pop on an empty stack.
        var result = HogTraceProcess.RunWithText("080112001a100a02703012070a050a03612e622a0102", "disasm", "-");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("0000  Pop", result.Out, StringComparison.Ordinal);
        Assert.Contains("would not run: HB2009", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_a_source_go_to_standard_error()
    {
        var result = HogTraceProcess.Run("disasm", "-e", "fn:a.b:entry {");
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains("<-e>:1:", result.Error, StringComparison.Ordinal);
    }
}
