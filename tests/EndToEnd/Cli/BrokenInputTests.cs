namespace HogTrace.Tests.EndToEnd.Cli;

/// <summary>Whatever is given for a program: an exit code of 1 and text, never a stack trace.</summary>
public sealed class BrokenInputTests
{
    public static TheoryData<string, string> Inputs()
    {
        var inputs = new TheoryData<string, string>();
        (string Content, string Reason)[] kinds =
        [
            ("66 6e 3a ff", "byte 3, in line 1, is not valid UTF-8"),
            ("fe ff 00 66", "byte 0, in line 1, is not valid UTF-8"),
            ("7f 45 4c 46 02 01 01 00 ff fe", "not valid UTF-8"),
        ];
        foreach (var (content, reason) in kinds)
        {
            foreach (string command in (string[])["check", "compile", "disasm", "fmt", "exec"])
                inputs.Add($"{command}|{content}", reason);
        }

        inputs.Add("disasm|08 02 12 ff", "HB1001");
        inputs.Add("exec|08 02 12 ff", "HB1001");
        inputs.Add("disasm|08 63 12 00", "HB1003");
        inputs.Add("disasm|0a 04 2a 02 08 63", "HB1003");
        inputs.Add("exec|0a 04 2a 02 08 63", "HB1003");
        inputs.Add("exec|08 01 12 00 1a 10 0a 02 70 30 12 07 0a 05 0a 03 61 2e 62 2a 01 02", "HB2009");
        return inputs;
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Bytes_that_are_no_program_are_one_line(string commandAndContent, string reason)
    {
        string[] parts = commandAndContent.Split('|');
        using var folder = new TemporaryFolder();
        string path = folder.Write("broken", Convert.FromHexString(parts[1].Replace(" ", "", StringComparison.Ordinal)));
        AssertFails(Run(parts[0], path, folder), path, reason);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("compile")]
    [InlineData("disasm")]
    [InlineData("fmt")]
    [InlineData("exec")]
    public void Files_that_cannot_be_read_are_one_line(string command)
    {
        using var folder = new TemporaryFolder();
        AssertFails(Run(command, folder.Name("missing"), folder), folder.Name("missing"), "no such file");
        AssertFails(Run(command, folder.Path, folder), folder.Path, "is a directory");
        string huge = folder.Name("huge");
        using (var stream = File.Create(huge))
            stream.SetLength(1 << 30);
        AssertFails(Run(command, huge, folder), huge, "larger than a program can be");
    }

    [Fact]
    public void Frames_that_cannot_be_read_are_one_line()
    {
        using var folder = new TemporaryFolder();
        string source = folder.Write("x.hog", "fn:a.b:entry { }");
        AssertFails(HogTraceProcess.Run("exec", source, "--frames", folder.Path), folder.Path, "is a directory");
        AssertFails(HogTraceProcess.Run("exec", source, "--frames", folder.Name("no")), folder.Name("no"), "no such file");
    }

    [Fact]
    public void A_nul_is_a_diagnostic_at_its_place()
    {
        var result = HogTraceProcess.RunWithInput("fn:a.b:entry{\0}"u8.ToArray(), "check", "-");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("<stdin>:1:14: error", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', result.Out);
    }

    [Fact]
    public void A_source_beyond_the_limit_is_a_diagnostic()
    {
        var result = HogTraceProcess.RunWithInput(new byte[(1 << 20) + 1], "check", "-");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains("1048576", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_source_is_an_empty_program()
    {
        Assert.Equal(new CommandResult(0, "", ""), HogTraceProcess.RunWithText("", "check", "-"));
        Assert.Equal(0, HogTraceProcess.RunWithText("", "disasm", "-").ExitCode);
    }

    private static CommandResult Run(string command, string path, TemporaryFolder folder) => command switch
    {
        "compile" => HogTraceProcess.Run(command, path, "-o", folder.Name("out")),
        "exec" => HogTraceProcess.Run(command, path, "--frames", folder.Write("frames", "")),
        _ => HogTraceProcess.Run(command, path),
    };

    private static void AssertFails(CommandResult result, string path, string reason)
    {
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.StartsWith($"hogtrace: {path}: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
    }
}
