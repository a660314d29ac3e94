using CsCheck;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Breaking;

/// <summary>Random and damaged bytes end in a rejection or in a run, never in an exception.</summary>
public sealed class BytesProperties
{
    [Fact]
    public void RandomBytes() => Gen.Byte.Array[0, 300].Sample(
        bytes => { Bytes.Follow(bytes); }, iter: 50_000, threads: 1);

    [Fact]
    public void DamagedPrograms()
    {
        int ran = 0;
        Gen.Byte.Array[3, 24].Sample(
            bytes =>
            {
                var choices = new Choices(bytes);
                if (Bytes.Follow(Damage(choices.Pick([.. Golden.Programs]), choices)))
                    ran++;
            },
            iter: 50_000,
            threads: 1);
        Assert.True(ran > 500, $"only {ran} of the damaged programs could still be run");
    }

    [Fact]
    public void EveryTruncationOfEveryProgram()
    {
        foreach (byte[] program in Golden.Programs)
        {
            for (int length = 0; length < program.Length; length++)
                Bytes.Follow(program[..length]);
        }

        Assert.True(Golden.Programs.Count > 100);
    }

    [Fact]
    public void EveryBitFlipOfEveryProgram()
    {
        byte[][] programs = [.. Golden.Programs];
        foreach (byte[] program in programs)
        {
            for (int bit = 0; bit < program.Length * 8; bit++)
            {
                byte[] flipped = [.. program];
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                Bytes.Follow(flipped);
            }
        }

        Assert.True(programs.Length > 200);
    }

    private static byte[] Damage(byte[] program, Choices choices)
    {
        var damaged = new List<byte>(program);
        do
        {
            int at = choices.Next(Math.Max(1, Math.Min(damaged.Count, 1 << 16)));
            switch (choices.Next(4))
            {
                case 0 when damaged.Count > 0:
                    damaged[at] = (byte)choices.Next(256);
                    break;
                case 1 when damaged.Count > 0:
                    damaged.RemoveAt(at);
                    break;
                case 2:
                    damaged.Insert(at, (byte)choices.Next(256));
                    break;
                default:
                    damaged.AddRange(damaged.Skip(at).Take(choices.Next(64)).ToArray());
                    break;
            }
        }
        while (!choices.IsEnd);
        return [.. damaged];
    }
}
