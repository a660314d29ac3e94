using System.Text;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;

namespace HogTrace.Tests.Unit.Cli;

public sealed class MessageQueueTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    [Fact]
    public void Puts_in_order_what_overtook()
    {
        var queue = new MessageQueue();
        foreach (long number in (long[])[0, 2, 1, 3])
            queue.Add(Message(number));
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 4).Select(_ => Next(queue)));
        Assert.Equal(0, queue.LostMessages);
    }

    [Fact]
    public void Leaves_out_what_has_come_by_another_way()
    {
        var queue = new MessageQueue();
        foreach (long number in (long[])[0, 1, 3, 1, 2, 3, 4, 2])
            queue.Add(Message(number));
        queue.Complete();
        Assert.Equal([0, 1, 2, 3, 4], Enumerable.Range(0, 5).Select(_ => Next(queue)));
        Assert.Null(queue.Take(TimeSpan.Zero, out bool isComplete));
        Assert.True(isComplete);
        Assert.Equal(0, queue.LostMessages);
    }

    [Fact]
    public void Waits_for_a_missing_message_only_a_moment_and_counts_it()
    {
        var queue = new MessageQueue();
        queue.Add(Message(0));
        queue.Add(Message(3));
        Assert.Equal(0, Next(queue));
        Assert.Null(queue.Take(TimeSpan.Zero, out _));
        Assert.Equal(3, Next(queue));
        Assert.Equal(2, queue.LostMessages);
    }

    [Fact]
    public void Gives_all_it_has_before_it_says_that_it_is_complete()
    {
        var queue = new MessageQueue();
        queue.Add(Message(1));
        queue.Complete();
        Assert.NotNull(queue.Take(TimeSpan.Zero, out bool isComplete));
        Assert.False(isComplete);
        Assert.Null(queue.Take(TimeSpan.Zero, out isComplete));
        Assert.True(isComplete);
    }

    [Fact]
    public void Drops_and_counts_events_that_nobody_takes_and_keeps_all_else()
    {
        var queue = new MessageQueue();
        byte[] lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 1023) + "\n", 1024)));
        for (int i = 0; i < 100; i++)
            queue.Add(new AgentMessage(MessageKind.Events, i, lines));
        queue.Add(Message(100));
        Assert.Equal((100 - 32) * 1024, queue.DroppedEvents);
        int taken = 0;
        while (queue.Take(TimeSpan.Zero, out _) is { } message && message.Kind == MessageKind.Events)
            taken += message.Payload.Length > 0 ? 1 : 0;
        Assert.Equal(32, taken);
        Assert.Equal(0, queue.LostMessages);
    }

    [Fact]
    public void Counts_what_is_missing_however_much_it_is()
    {
        var queue = new MessageQueue();
        queue.Add(Message(3));
        Assert.Equal(3, queue.LostMessages);
        queue.Add(Message(1));
        queue.Add(Message(1));
        Assert.Equal(2, queue.LostMessages);
        queue.Add(Message(long.MaxValue - 1));
        Assert.Equal(long.MaxValue - 1 - 2, queue.LostMessages);
    }

    private static AgentMessage Message(long number) => new(MessageKind.Statistics, number, []);

    private static long Next(MessageQueue queue)
    {
        for (var end = DateTime.UtcNow + s_patience; DateTime.UtcNow < end;)
        {
            if (queue.Take(TimeSpan.FromMilliseconds(20), out _) is { } message)
                return message.Number;
        }

        return -1;
    }
}
