using HogTrace.AgentProtocol;

namespace HogTrace.Tests.Unit.Agent;

public sealed class SessionRequestTests
{
    [Fact]
    public void Comes_through_the_arguments_as_it_was()
    {
        var sent = new SessionRequest
        {
            Command = SessionCommand.Trace,
            Session = "abc",
            Program = [1, 2, 3],
            ProgramName = "probes; of=mine.hog",
            IncludesFramework = true,
            MemberPolicy = "Safe",
            ArmsAtStart = true,
        };
        var received = SessionRequest.FromArguments(sent.ToArguments()!);
        Assert.Equal([1, 2, 3], received?.Program);
        Assert.Equal(sent with { Program = [] }, received! with { Program = sent.Program[..0] });
    }

    [Fact]
    public void Of_another_version_only_what_a_refusal_needs_is_read()
    {
        var arguments = new Dictionary<string, string?> { ["protocol"] = "99", ["command"] = "Foresee", ["session"] = "abc", ["program"] = "*" };
        var request = SessionRequest.FromArguments(arguments);
        Assert.Equal((99, "abc"), (request?.Version, request?.Session));
    }

    [Theory]
    [InlineData("1", "Foresee", "")]
    [InlineData("1", "Trace", "*")]
    [InlineData("", "Trace", "")]
    public void What_is_none_is_none(string version, string command, string program) => Assert.Null(SessionRequest.FromArguments(
        new Dictionary<string, string?> { ["protocol"] = version, ["command"] = command, ["session"] = "abc", ["program"] = program }));
}
