using System.Globalization;

namespace Worker;

/// <summary>Many calls, and then something else at once.</summary>
internal static class Bursts
{
    public static string Run(string count, Func<string> next)
    {
        int calls = int.Parse(count, CultureInfo.InvariantCulture);
        for (int i = 0; i < calls; i++)
            Calls.Add(i, 1);
        return next();
    }
}
