using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime.Snapshots;

public sealed class ValueJsonTests
{
    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e300, "1e+300")]
    [InlineData(double.NaN, "\"nan\"")]
    [InlineData(double.NegativeInfinity, "\"-inf\"")]
    public void Floats_stay_told_from_ints(double value, string json) =>
        Assert.Equal(json, SnapshotHost.Text(Value.FromFloat(value)));

    [Fact]
    public void Lone_surrogates_do_not_throw()
    {
        Assert.Contains("a", SnapshotHost.Text(Value.FromString("a\ud800")), StringComparison.Ordinal);
        var host = new SnapshotHost();
        Assert.Contains("1", host.Json(new Dictionary<string, int> { ["\udc00"] = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_number_left_out_is_null() => Assert.Equal(
        """[1,{"$omitted":null}]""", SnapshotHost.Text(Value.FromReference(new ListSnapshot([Value.FromInt(1)], null))));
}
