using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Cli;

public sealed class CompileTests
{
    private const string Source = "fn:a.b:entry { capture(arg0); }";

    // The reference's bytes for the source.
    private const string Version1 =
        "080112130a063204617267300a094207636170747572651a1c0a0770726f62655f3012070a050a03612e622a081000006001000102250000803f";

    [Fact]
    public void Writes_the_bytes_of_the_reference()
    {
        var result = HogTraceProcess.Run("compile", "--bytecode", "1", "--no-fold", "--format", "hex", "-e", Source);
        Assert.Equal(new CommandResult(0, Version1 + "\n", ""), result);
    }

    [Fact]
    public void Writes_a_file()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Name("out.hogc");
        var result = HogTraceProcess.Run("compile", "-e", Source, "-o", path, "--bytecode", "1");
        Assert.Equal(new CommandResult(0, "", ""), result);
        Assert.Equal(Version1, Convert.ToHexStringLower(File.ReadAllBytes(path)));
    }

    [Fact]
    public void Writes_binary_to_standard_output_when_told_to()
    {
        var result = HogTraceProcess.Run("compile", "-e", Source, "-o", "-", "--bytecode", "1");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("\u0008\u0001\u0012\u0013", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_shows_constants_and_code()
    {
        var result = HogTraceProcess.Run("compile", "--format", "json", "-e", "fn:a.b:exit+3 / retval > 2 / { sample 50%; capture(retval); }");
        Assert.Equal(0, result.ExitCode);
        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(2, json.RootElement.GetProperty("version").GetInt32());
        Assert.Equal("retval", json.RootElement.GetProperty("constants")[0].GetProperty("value").GetString());
        var probe = json.RootElement.GetProperty("probes")[0];
        Assert.Equal("a.b", probe.GetProperty("specifier").GetString());
        Assert.Equal("exit", probe.GetProperty("point").GetString());
        Assert.Equal(3, probe.GetProperty("offset").GetInt32());
        Assert.Equal(0.5, probe.GetProperty("sampling").GetDouble());
        Assert.Equal("10000001010033", probe.GetProperty("predicate").GetProperty("hex").GetString());
        Assert.Equal("0006  Gt", probe.GetProperty("predicate").GetProperty("listing")[2].GetString());
    }

    [Fact]
    public void Folding_can_be_switched_off()
    {
        string[] arguments = ["compile", "--format", "hex", "-e", "fn:a.b:entry { capture(x=1 + 2); }"];
        var folded = HogTraceProcess.Run(arguments);
        var plain = HogTraceProcess.Run([.. arguments, "--no-fold"]);
        Assert.Equal((0, 0), (folded.ExitCode, plain.ExitCode));
        Assert.True(folded.Out.Length < plain.Out.Length);
    }

    [Fact]
    public void Diagnostics_go_to_standard_error_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var result = HogTraceProcess.Run("compile", "-e", "fn:a.b:entry { capture(", "-o", folder.Name("out"));
        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Out);
        Assert.Contains("<-e>:1:", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Name("out")));
    }

    [Fact]
    public void What_version_1_cannot_say_is_a_diagnostic()
    {
        var result = HogTraceProcess.Run("compile", "--bytecode", "1", "--format", "hex", "-e", "fn:a.b:entry { capture(x=arg0 ? 1 : 2); }");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error HT", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_one_line()
    {
        using var folder = new TemporaryFolder();
        var result = HogTraceProcess.Run("compile", "-e", Source, "-o", folder.Path);
        Assert.Equal(new CommandResult(1, "", $"hogtrace: {folder.Path}: is a directory\n"), result);
    }
}
