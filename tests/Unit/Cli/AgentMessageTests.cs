using System.Buffers.Binary;
using System.Text;
using HogTrace.AgentProtocol;
using HogTrace.Cli.Attaching;

namespace HogTrace.Tests.Unit.Cli;

public sealed class AgentMessageTests
{
    private static readonly byte[] s_payload = "{}"u8.ToArray();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_the_fields_with_either_length(bool isLong)
    {
        Assert.True(AgentMessage.TryRead(Fields("abc", isLong), "abc", out var message));
        Assert.Equal((MessageKind.Bound, 7L), (message.Kind, message.Number));
        Assert.Equal(s_payload, message.Payload);
    }

    [Theory]
    [InlineData("abd")]
    [InlineData("ab")]
    [InlineData("abcd")]
    public void Takes_no_other_session(string session) => Assert.False(AgentMessage.TryRead(Fields("abc", isLong: false), session, out _));

    [Fact]
    public void Takes_nothing_that_is_cut()
    {
        byte[] fields = Fields("abc", isLong: false);
        for (int length = 0; length < fields.Length; length++)
            Assert.False(AgentMessage.TryRead(fields.AsSpan(0, length), "abc", out _));
    }

    [Fact]
    public void A_payload_of_another_kind_is_nothing() =>
        Assert.Null(new AgentMessage(MessageKind.Hello, 0, "[1]"u8.ToArray()).As(ProtocolJson.Default.Hello));

    private static byte[] Fields(string session, bool isLong)
    {
        byte[] numbers = new byte[sizeof(int) + sizeof(long)];
        BinaryPrimitives.WriteInt32LittleEndian(numbers, (int)MessageKind.Bound);
        BinaryPrimitives.WriteInt64LittleEndian(numbers.AsSpan(sizeof(int)), 7);
        byte[] length = isLong ? BitConverter.GetBytes(s_payload.Length) : BitConverter.GetBytes((ushort)s_payload.Length);
        return [.. Encoding.Unicode.GetBytes(session + "\0"), .. numbers, .. length, .. s_payload];
    }
}
