using HogTrace.Agent.Channels;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;

namespace HogTrace.Tests.Unit.Agent;

/// <summary>What is said when the channel has closed.</summary>
public sealed class RemainderTests
{
    [Fact]
    public void Comes_to_the_client_as_it_was_written()
    {
        using var remainder = Remainder.TryCreate(Environment.ProcessId)!;
        Assert.True(RemainderFile.TryWrite(remainder.Path, Messages(3, hasEnd: true)));
        var queue = new MessageQueue();
        remainder.Read(queue);
        Assert.True(remainder.IsWhole);
        for (byte i = 0; i < 3; i++)
        {
            var message = queue.Take(TimeSpan.Zero, out _);
            Assert.Equal((MessageKind.Events, (long)i), (message?.Kind, message?.Number));
            Assert.Equal([i, i], message!.Payload);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(RemainderFormat.HeaderBytes + 1)]
    public void One_that_was_cut_off_gives_what_is_whole(int cut)
    {
        // No process has this id: there is nobody to wait for.
        using var remainder = Remainder.TryCreate(int.MaxValue)!;
        RemainderFile.TryWrite(remainder.Path, Messages(3, hasEnd: false));
        using (var file = File.OpenWrite(remainder.Path))
            file.SetLength(file.Length - cut);
        var queue = new MessageQueue();
        remainder.Read(queue);
        Assert.False(remainder.IsWhole);
        Assert.NotNull(queue.Take(TimeSpan.Zero, out _));
        Assert.NotNull(queue.Take(TimeSpan.Zero, out _));
        Assert.Null(queue.Take(TimeSpan.Zero, out _));
    }

    [Fact]
    public void Nothing_is_written_for_a_client_that_has_gone()
    {
        var remainder = Remainder.TryCreate(Environment.ProcessId)!;
        remainder.Dispose();
        Assert.False(RemainderFile.TryWrite(remainder.Path, Messages(1, hasEnd: true)));
        Assert.False(Directory.Exists(Path.GetDirectoryName(remainder.Path)));
    }

    [Fact]
    public void A_file_that_is_there_is_left_alone()
    {
        using var remainder = Remainder.TryCreate(Environment.ProcessId)!;
        File.WriteAllText(remainder.Path, "others'");
        Assert.False(RemainderFile.TryWrite(remainder.Path, Messages(1, hasEnd: true)));
        Assert.Equal("others'", File.ReadAllText(remainder.Path));
    }

    [Fact]
    public void What_is_kept_is_bounded()
    {
        var recent = new RecentMessages();
        for (int i = 0; i < 1_000; i++)
            recent.Add(new SentMessage(MessageKind.Events, i, new byte[100]), atMostBytes: 1_000);
        Assert.Equal(Enumerable.Range(990, 10).Select(i => (long)i), recent.All.Select(message => message.Number));
    }

    private static IEnumerable<SentMessage> Messages(byte count, bool hasEnd)
    {
        for (byte i = 0; i < count; i++)
            yield return new SentMessage(MessageKind.Events, i, [i, i]);
        if (hasEnd)
            yield return new SentMessage(MessageKind.Ended, count, []);
    }
}
