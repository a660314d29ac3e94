namespace HogTrace.Bench.Charts;

/// <summary>Maps powers of ten to equal distances.</summary>
internal sealed class LogScale
{
    private readonly double _left;
    private readonly double _perDecade;
    private readonly int _from;
    private readonly int _to;

    /// <param name="values">What has to be on it.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="right">Where it ends.</param>
    public LogScale(IReadOnlyCollection<double> values, double left, double right)
    {
        _from = Math.Min(-1, (int)Math.Floor(Math.Log10(values.Min())));
        _to = Math.Max(1, (int)Math.Ceiling(Math.Log10(values.Max())));
        _left = left;
        _perDecade = (right - left) / (_to - _from);
    }

    /// <summary>The powers of ten.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(_from, _to - _from + 1).Select(power => Math.Pow(10, power));

    public double At(double value) => _left + ((Math.Log10(value) - _from) * _perDecade);
}
