using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Cli;

public sealed class CheckTests
{
    private const string Good = "fn:a.b:entry { capture(arg0); }";
    private const string Bad = "fn:a.b:entri { capture(arg0); }";

    [Fact]
    public void Says_nothing_about_a_good_source()
    {
        using var folder = new TemporaryFolder();
        var result = HogTraceProcess.Run("check", folder.Write("good.hog", Good));
        Assert.Equal(new CommandResult(0, "", ""), result);
    }

    [Fact]
    public void Shows_the_place_of_an_error_on_standard_output()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bad.hog", Bad);
        var result = HogTraceProcess.Run("check", path);
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith($"{path}:1:8: error HT", result.Out, StringComparison.Ordinal);
        Assert.Contains("^~~~~", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Out);
        Assert.Empty(result.Error);
    }

    [Fact]
    public void Writes_an_object_a_diagnostic()
    {
        var result = HogTraceProcess.Run("check", "--format", "json", "-e", Bad);
        Assert.Equal(1, result.ExitCode);
        string line = Assert.Single(result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var json = JsonDocument.Parse(line);
        Assert.Equal(
            ["file", "line", "column", "endLine", "endColumn", "code", "severity", "message", "hint"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal("<-e>", json.RootElement.GetProperty("file").GetString());
        Assert.Equal(8, json.RootElement.GetProperty("column").GetInt32());
        Assert.Equal(13, json.RootElement.GetProperty("endColumn").GetInt32());
        Assert.Equal("error", json.RootElement.GetProperty("severity").GetString());
        Assert.StartsWith("HT", json.RootElement.GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hint_that_is_missing_is_null()
    {
        var result = HogTraceProcess.Run("check", "--format", "json", "-e", "fn:a.b:entry { capture(arg0) }");
        using var json = JsonDocument.Parse(result.Out);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("hint").ValueKind);
    }

    [Fact]
    public void Goes_through_all_files_and_fails_for_any()
    {
        using var folder = new TemporaryFolder();
        string good = folder.Write("good.hog", Good);
        string bad = folder.Write("bad.hog", Bad);
        var result = HogTraceProcess.Run("check", bad, folder.Name("missing.hog"), good);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("bad.hog:1:8", result.Out, StringComparison.Ordinal);
        Assert.Equal($"hogtrace: {folder.Name("missing.hog")}: no such file\n", result.Error);
    }

    [Fact]
    public void A_warning_fails_nothing()
    {
        // A name of another language is a warning only: a method may have a parameter of that name.
        var result = HogTraceProcess.Run("check", "--format", "json", "-e", "fn:a.b:entry { capture(x=none); }");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\"severity\":\"warning\"", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_standard_input()
    {
        Assert.Equal(0, HogTraceProcess.RunWithText(Good, "check", "-").ExitCode);
        var result = HogTraceProcess.RunWithText(Bad, "check", "-");
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("<stdin>:1:8: error", result.Out, StringComparison.Ordinal);
    }
}
