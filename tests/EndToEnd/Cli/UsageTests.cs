namespace HogTrace.Tests.EndToEnd.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "Try 'hogtrace --help'")]
    [InlineData("chek x", "Did you mean 'hogtrace check'?")]
    [InlineData("--nope", "unknown option '--nope'")]
    [InlineData("check", "a FILE is needed")]
    [InlineData("check --formt json x", "Did you mean '--format'?")]
    [InlineData("check --format xml x", "Try 'hogtrace check --help'")]
    [InlineData("check - -", "only once")]
    [InlineData("compile x", "-o OUT says where")]
    [InlineData("compile x y -o z", "not several")]
    [InlineData("compile x -o z --bytecode 3", "--bytecode is 1 or 2")]
    [InlineData("compile x -o z --bytecode two", "--bytecode is 1 or 2")]
    [InlineData("disasm x -e y", "not several")]
    [InlineData("fmt --check --write x", "exclude each other")]
    [InlineData("fmt --write -", "--write is for files")]
    [InlineData("exec x", "--frames")]
    [InlineData("exec - --frames -", "can't be both")]
    [InlineData("exec x --frames y --tier fast", "Try 'hogtrace exec --help'")]
    [InlineData("disasm x --format xml", "Try 'hogtrace disasm --help'")]
    [InlineData("disasm x --signature int", "--signature is for --il")]
    [InlineData("disasm x --il --signature int,strng", "unknown type 'strng', did you mean 'string'?")]
    [InlineData("disasm x --il --signature int??", "unknown type 'int??'")]
    [InlineData("ps --format xml", "Try 'hogtrace ps --help'")]
    [InlineData("list -p 1", "Try 'hogtrace list --help'")]
    [InlineData("list Shop.**", "-p PID or -n NAME")]
    [InlineData("trace -e x", "-p PID or -n NAME")]
    [InlineData("trace -p 1 -n x -e y", "exclude each other")]
    [InlineData("trace -p 1", "a FILE is needed")]
    [InlineData("trace -p one -e x", "-p is the id of a process")]
    [InlineData("trace -p -e x", "-p is the id of a process")]
    [InlineData("trace -p 1 -e x --duration 5", "--duration is a time such as 10s")]
    [InlineData("trace -p 1 -e x --limit 0", "--limit is a number of events")]
    [InlineData("trace -p 1 -e x --policy all", "Try 'hogtrace trace --help'")]
    [InlineData("trace -p 1 -e x --dryrun", "Did you mean '--dry-run'?")]
    [InlineData("run -e x", "'-- COMMAND' says what to start")]
    [InlineData("run -e x --", "'-- COMMAND' says what to start")]
    [InlineData("run - -- x", "standard input is the program's")]
    [InlineData("run -p 1 -e x -- y", "unknown option '-p'")]
    public void Wrong_usage_is_2_with_a_hint(string line, string hint)
    {
        var result = HogTraceProcess.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("hogtrace: ", result.Error, StringComparison.Ordinal);
        Assert.Contains(hint, result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("compile")]
    [InlineData("disasm")]
    [InlineData("fmt")]
    [InlineData("exec")]
    [InlineData("ps")]
    [InlineData("list")]
    [InlineData("trace")]
    [InlineData("run")]
    public void Every_command_has_help_with_examples(string command)
    {
        var result = HogTraceProcess.Run(command, "--help");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Matches($@"Examples:\n  hogtrace {command}\b", result.Out);
    }

    [Fact]
    public void The_root_lists_the_commands()
    {
        var result = HogTraceProcess.Run("--help");
        Assert.Equal(0, result.ExitCode);
        foreach (string command in (string[])["check", "compile", "disasm", "fmt", "exec", "ps", "list", "trace", "run"])
            Assert.Matches($@"\n  hogtrace {command}\b", result.Out);
    }

    [Fact]
    public void Has_a_version()
    {
        var result = HogTraceProcess.Run("--version");
        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+", result.Out);
    }

    [Fact]
    public void After_two_dashes_everything_is_a_file()
    {
        var result = HogTraceProcess.Run("check", "--", "--odd");
        Assert.Equal(new CommandResult(1, "", "hogtrace: --odd: no such file\n"), result);
    }
}
