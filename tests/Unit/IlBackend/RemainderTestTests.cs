using CsCheck;
using HogTrace.IlBackend.Lowering;

namespace HogTrace.Tests.Unit.IlBackend;

public sealed class RemainderTestTests
{
    private static readonly long[] s_edges =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 24, 96, 100, 1000, 1L << 31, (1L << 32) - 1, 1L << 32, 3L << 61, 1L << 62,
        (1L << 62) + 2, long.MaxValue / 2, long.MaxValue - 2, long.MaxValue - 1, long.MaxValue,
    ];

    private static readonly Gen<long> s_number = Gen.OneOf(
        Gen.Int[0, s_edges.Length - 1].Select(index => s_edges[index]),
        Gen.Int[0, s_edges.Length - 1].Select(index => ~s_edges[index]),
        Gen.Long,
        Gen.Long[-1000, 1000]);

    // Numbers are made of a quotient, too: of a great divisor, few others leave a given remainder.
    [Fact]
    public void Says_what_a_division_says() =>
        Gen.Select(s_number, s_number, s_number, s_number).Sample(
            (divisor, remainder, number, quotient) =>
            {
                if (divisor == 0 || RemainderTest.Of(divisor, remainder) is not { } test)
                    return;
                Check(test, divisor, remainder, number);
                Check(test, divisor, remainder, unchecked((quotient * divisor) + remainder));
            },
            iter: 1_000_000);

    [Fact]
    public void Says_so_of_all_small_numbers_and_of_those_next_to_the_ends()
    {
        for (long divisor = -70; divisor <= 70; divisor++)
        {
            for (long remainder = -72; remainder <= 72; remainder++)
            {
                if (divisor == 0 || RemainderTest.Of(divisor, remainder) is not { } test)
                    continue;
                for (long near = 0; near < 150; near++)
                {
                    Check(test, divisor, remainder, near - 75);
                    Check(test, divisor, remainder, long.MaxValue - near);
                    Check(test, divisor, remainder, long.MinValue + near);
                }
            }
        }
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(7, 0)]
    [InlineData(-10, -3)]
    [InlineData(8, 3)]
    public void Stands_for_a_division(long divisor, long remainder) => Assert.NotNull(RemainderTest.Of(divisor, remainder));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(-2, 1)]
    [InlineData(8, 0)]
    [InlineData(7, 7)]
    [InlineData(7, -8)]
    [InlineData(long.MinValue, 0)]
    [InlineData(long.MinValue, 1)]
    [InlineData((1L << 62) + 2, (1L << 62) + 1)]
    public void Leaves_alone_what_it_is_no_better_for(long divisor, long remainder) => Assert.Null(RemainderTest.Of(divisor, remainder));

    private static void Check(RemainderTest test, long divisor, long remainder, long number)
    {
        bool holds = divisor == -1 ? remainder == 0 : number % divisor == remainder;
        Assert.True(test.Holds(number) == holds, $"{number} % {divisor} == {remainder}");
    }
}
