using HogTrace.Agent;
using HogTrace.Agent.Sessions;

namespace HogTrace.Tests.Unit.Agent;

public sealed class SeenRequestsTests
{
    [Fact]
    public void A_repeated_request_is_known()
    {
        var seen = new SeenRequests();
        Assert.True(seen.TryAdd("HogTrace-Agent-0 a"));
        Assert.True(seen.TryAdd("HogTrace-Agent-1 a"));
        Assert.False(seen.TryAdd("HogTrace-Agent-0 a"));
    }

    [Fact]
    public void The_oldest_are_forgotten()
    {
        var seen = new SeenRequests();
        for (int i = 0; i < 10 * AgentLimits.RememberedRequests; i++)
            Assert.True(seen.TryAdd($"{i}"));
        Assert.Equal(AgentLimits.RememberedRequests, seen.Count);
        Assert.False(seen.TryAdd($"{(10 * AgentLimits.RememberedRequests) - 1}"));
        Assert.False(seen.TryAdd($"{9 * AgentLimits.RememberedRequests}"));
        Assert.True(seen.TryAdd($"{(9 * AgentLimits.RememberedRequests) - 1}"));
    }
}
