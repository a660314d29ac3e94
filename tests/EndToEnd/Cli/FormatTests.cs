namespace HogTrace.Tests.EndToEnd.Cli;

public sealed class FormatTests
{
    private const string Loose = "# why\nfn:a.b:entry/arg0>1/{$req.x=arg0;capture(x=arg0+1);}";

    [Fact]
    public void Prints_the_layout_and_leaves_its_own_output_alone()
    {
        var once = HogTraceProcess.RunWithText(Loose, "fmt", "-");
        Assert.Equal((0, ""), (once.ExitCode, once.Error));
        Assert.StartsWith("# why\n", once.Out, StringComparison.Ordinal);
        Assert.Contains("capture(x=arg0 + 1);", once.Out, StringComparison.Ordinal);
        Assert.Equal(once, HogTraceProcess.RunWithText(once.Out, "fmt", "-"));
    }

    [Fact]
    public void Check_names_files_that_differ_and_writes_none()
    {
        using var folder = new TemporaryFolder();
        string loose = folder.Write("loose.hog", Loose);
        string tidy = folder.Write("tidy.hog", HogTraceProcess.RunWithText(Loose, "fmt", "-").Out);
        var result = HogTraceProcess.Run("fmt", "--check", loose, tidy);
        Assert.Equal(new CommandResult(1, loose + "\n", ""), result);
        Assert.Equal(Loose, File.ReadAllText(loose));
        Assert.Equal(new CommandResult(0, "", ""), HogTraceProcess.Run("fmt", "--check", tidy));
    }

    [Fact]
    public void Write_rewrites_through_links_and_keeps_permissions()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("loose.hog", Loose);
        string link = folder.Name("link.hog");
        File.CreateSymbolicLink(link, path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        var result = HogTraceProcess.Run("fmt", "--write", link);
        Assert.Equal(new CommandResult(0, link + "\n", ""), result);
        Assert.Equal(HogTraceProcess.RunWithText(Loose, "fmt", "-").Out, File.ReadAllText(path));
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(path));
        Assert.Equal(new CommandResult(0, "", ""), HogTraceProcess.Run("fmt", "--write", path));
    }

    [Fact]
    public void A_source_with_errors_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("bad.hog", "fn:a.b:entry {");
        var result = HogTraceProcess.Run("fmt", "--write", path);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains("bad.hog:1:", result.Error, StringComparison.Ordinal);
        Assert.Equal("fn:a.b:entry {", File.ReadAllText(path));
    }
}
