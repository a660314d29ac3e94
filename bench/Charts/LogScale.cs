namespace HogTrace.Bench.Charts;

/// <summary>Maps powers of ten to equal distances.</summary>
internal sealed class LogScale
{
    // Decades beside the least and the greatest value.
    private const double Margin = 0.1;

    private readonly double _left;
    private readonly double _perDecade;
    private readonly double _from;
    private readonly double _to;

    /// <param name="values">What has to be on it.</param>
    /// <param name="left">Where it begins.</param>
    /// <param name="right">Where it ends.</param>
    public LogScale(IReadOnlyCollection<double> values, double left, double right)
    {
        _from = Math.Log10(values.Min()) - Margin;
        _to = Math.Log10(values.Max()) + Margin;
        _left = left;
        _perDecade = (right - left) / (_to - _from);
    }

    /// <summary>The powers of ten on it.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            for (double power = Math.Ceiling(_from); power <= _to; power++)
                yield return Math.Pow(10, power);
        }
    }

    public double At(double value) => _left + ((Math.Log10(value) - _from) * _perDecade);
}
