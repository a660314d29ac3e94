namespace HogTrace.Bench.Paired;

internal static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static double GeometricMean(IEnumerable<double> values) => Math.Exp(values.Average(Math.Log));

    /// <summary>Median, least and greatest.</summary>
    public static Spread Over(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return new Spread(Median(all), all.Min(), all.Max());
    }
}

/// <summary>A figure over launches.</summary>
internal readonly record struct Spread(double Median, double Least, double Greatest);
