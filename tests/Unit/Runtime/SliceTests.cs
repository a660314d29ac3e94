using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime;

public sealed class SliceTests
{
    private static readonly long?[] s_parts = [null, 0, 1, 2, 3, 5, 7, 100, -1, -2, -3, -5, -7, -100, long.MaxValue, long.MinValue];

    /// <summary>Positions one by one, in arithmetic that can't overflow.</summary>
    private static List<int> Model(int length, long? start, long? stop, long? step)
    {
        Int128 stride = step ?? 1;
        Int128 low = stride < 0 ? -1 : 0, high = stride < 0 ? length - 1 : length;
        Int128 at = start is { } a ? Clamp(a) : stride < 0 ? high : low;
        Int128 end = stop is { } b ? Clamp(b) : stride < 0 ? low : high;
        var picked = new List<int>();
        for (; stride < 0 ? at > end : at < end; at += stride)
            picked.Add((int)at);
        return picked;

        Int128 Clamp(Int128 part)
        {
            if (part < 0)
                part += length;
            return part < low ? low : part > high ? high : part;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void Strings_and_lists_follow_the_model(int length)
    {
        string text = "abcdefgh"[..length];
        List<char> list = [.. text];
        foreach (long? start in s_parts)
        {
            foreach (long? stop in s_parts)
            {
                foreach (long? step in s_parts)
                {
                    if (step == 0)
                        continue;
                    string expected = string.Concat(Model(length, start, stop, step).Select(i => text[i]));
                    Assert.Equal(expected, TestRun.Slice(text, start, stop, step).Object);
                    Assert.Equal(expected, string.Concat(Items(TestRun.Slice(list, start, stop, step))));
                }
            }
        }
    }

    [Fact]
    public void Slices_of_slices_follow_the_model_and_do_not_nest()
    {
        var random = new Random(11);
        for (int round = 0; round < 3_000; round++)
        {
            int[] source = [.. Enumerable.Range(0, random.Next(12))];
            int[] expected = source;
            object actual = source;
            for (int depth = 0; depth < 4; depth++)
            {
                long? start = Part(random), stop = Part(random), step = Part(random);
                step = step == 0 ? null : step;
                expected = [.. Model(expected.Length, start, stop, step).Select(i => expected[i])];
                actual = TestRun.Slice(actual, start, stop, step).Object!;
            }

            Assert.Equal(expected.Select(i => (object?)(long)i), Items((Sequence)actual));
        }

        static long? Part(Random random) => random.Next(6) == 0 ? s_parts[random.Next(s_parts.Length)] : random.Next(-8, 9);
    }

    [Theory]
    [InlineData(1, "cdef")]
    [InlineData(2, "ab")]
    [InlineData(3, "")]
    [InlineData(4, "ace")]
    [InlineData(0, "abcdef")]
    public void Only_given_parts_count(int parts, string expected) =>
        Assert.Equal(expected, TestRun.Slice("abcdef", 2, 2, 2, parts).Object);

    [Fact]
    public void Faults()
    {
        Assert.Equal(FaultKind.InvalidValue, TestRun.Slice("abc", null, null, 0).Fault);
        Assert.Equal(FaultKind.InvalidValue, TestRun.Slice(new[] { 1 }, null, null, 0).Fault);
        Assert.Equal(FaultKind.TypeMismatch, TestRun.Slice("abc", 1.0, null, null).Fault);
        Assert.Equal(FaultKind.TypeMismatch, TestRun.Slice("abc", null, true, null).Fault);
        Assert.Equal(FaultKind.TypeMismatch, TestRun.Slice("abc", null, null, "1").Fault);
        Assert.Equal(FaultKind.TypeMismatch, TestRun.Slice(5, null, null, null).Fault);
        Assert.Equal(FaultKind.TypeMismatch, TestRun.Slice(null, null, null, null).Fault);
        Assert.Equal(FaultKind.TypeMismatch, TestRun.Slice(new Dictionary<string, int>(), null, null, null).Fault);
        Assert.Equal(FaultKind.LimitExceeded, TestRun.Slice(new[] { 1 }, null, null, null, limits: new RunLimits { AllocationBytes = 8 }).Fault);
    }

    [Fact]
    public void A_source_that_shrank_is_a_fault()
    {
        List<int> list = [1, 2, 3];
        Outcome slice = TestRun.Slice(list, 1, null, null);
        list.Clear();
        Assert.Equal(FaultKind.HostException, TestRun.Item(slice.Object, 0).Fault);
        Assert.Equal(2L, TestRun.Call(HogTrace.Bytecode.Function.Len, slice.Object).Object);
    }

    private static IEnumerable<object?> Items(Outcome outcome) => Items((Sequence)outcome.Object!);

    private static IEnumerable<object?> Items(Sequence sequence) => Enumerable.Range(0, sequence.Count).Select(i => sequence[i].ToObject());
}
