using System.Text;

namespace HogTrace.Tests.EndToEnd.Cli;

/// <summary>Lines that are no frames: one line on standard error that names theirs, what came before is kept.</summary>
public sealed class FrameErrorTests
{
    private const string Source = "fn:a.b:entry { capture(arg0); }";
    private const string Good = """{"function":"a.b","point":"entry","args":[1]}""";
    private const string Captured = """{"probe":"probe_0","function":"a.b","point":"entry","request":null,"captures":{"arg0":1}}""" + "\n";

    [Theory]
    [InlineData("""{"function":"a.b","point":"entry","args":[1""", "invalid JSON at byte")]
    [InlineData("nonsense", "invalid JSON at byte")]
    [InlineData("\0", "invalid JSON at byte")]
    [InlineData("[1]", "a frame is a JSON object")]
    [InlineData("""{"function":"a.b","point":"entry"} 1""", "invalid JSON at byte")]
    [InlineData("""{"point":"entry"}""", "has no \"function\"")]
    [InlineData("""{"function":"a.b"}""", "has no \"point\"")]
    [InlineData("""{"function":"a.b","point":"middle"}""", "\"point\" is \"entry\" or \"exit\"")]
    [InlineData("""{"function":"a.b","point":"entry","arg":[1]}""", "a frame has no \"arg\"")]
    [InlineData("""{"function":"a.b","point":"entry","args":{}}""", "\"args\" is an array")]
    [InlineData("""{"function":"a.b","point":"entry","kwargs":[]}""", "\"kwargs\" is an object")]
    [InlineData("""{"function":"a.b","point":"entry","request":1}""", "\"request\" is a string")]
    [InlineData("""{"function":"a.b","point":"exit","duration":"1"}""", "\"duration\" is a number")]
    [InlineData("""{"function":"a.b","point":"exit","exception":"x"}""", "\"exception\" is an object")]
    [InlineData("""{"function":"a.b","point":"exit","exception":{"message":"x"}}""", "the exception has no \"type\"")]
    [InlineData("""{"function":"a.b","point":"entry","args":[9223372036854775808]}""", "9223372036854775808 doesn't fit in 64 bits")]
    [InlineData("""{"function":"a.b","point":"entry","args":[1e999]}""", "1e999 is out of range")]
    [InlineData("""{"function":"a.b","point":"entry","args":["\ud800"]}""", "no valid Unicode")]
    public void Is_an_error_of_its_line(string line, string reason)
    {
        var result = HogTraceProcess.RunWithText($"{Good}\n\n{line}\n{Good}\n", "exec", "-e", Source, "--frames", "-");
        Assert.Equal((1, Captured), (result.ExitCode, result.Out));
        Assert.StartsWith("hogtrace: <stdin>:3: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.Error.Count(c => c == '\n'));
    }

    [Fact]
    public void Nesting_of_64_is_allowed_and_65_is_not()
    {
        // The frame and its args are two of them.
        var allowed = HogTraceProcess.RunWithText(Nested(62), "exec", "-e", Source, "--frames", "-");
        Assert.Equal((0, ""), (allowed.ExitCode, allowed.Error));
        var refused = HogTraceProcess.RunWithText(Nested(63), "exec", "-e", Source, "--frames", "-");
        Assert.Equal(new CommandResult(1, "", "hogtrace: <stdin>:1: JSON nested deeper than 64\n"), refused);
        var endless = HogTraceProcess.RunWithText(Nested(1_000_000), "exec", "-e", Source, "--frames", "-");
        Assert.Equal(refused, endless);
    }

    [Fact]
    public void A_huge_line_is_refused_unread()
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(Good + "\n"), .. Enumerable.Repeat((byte)' ', (16 << 20) + 1)];
        var result = HogTraceProcess.RunWithInput(input, "exec", "-e", Source, "--frames", "-");
        Assert.Equal(new CommandResult(1, Captured, "hogtrace: <stdin>:2: the line is longer than 16777216 bytes\n"), result);
    }

    private static string Nested(int depth) =>
        $$"""{"function":"a.b","point":"entry","args":[{{new string('[', depth)}}{{new string(']', depth)}}]}""" + "\n";
}
