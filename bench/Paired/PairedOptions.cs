using System.Globalization;

namespace HogTrace.Bench.Paired;

/// <summary>The arguments of the paired mode.</summary>
internal sealed record PairedOptions
{
    public const string Usage =
        "paired [--launches N] [--filter ID[,ID…]] [--json FILE] [--from FILE] [--markdown [FILE]] [--chart FILE] [--gate]";

    /// <summary>Processes to measure in, one after the other.</summary>
    public int Launches { get; init; } = 3;

    /// <summary>Ids of the cases to run, <c>compile</c>, <c>pause</c> and <c>load</c> among them; null for all.</summary>
    public IReadOnlyList<string>? Filter { get; init; }

    /// <summary>Where the figures are kept.</summary>
    public string? JsonFile { get; init; }

    /// <summary>Figures of an earlier run, to be reported again; null to measure.</summary>
    public string? FromFile { get; init; }

    public string? ChartFile { get; init; }

    public bool Markdown { get; init; }

    /// <summary>Page whose results are replaced; null for standard output.</summary>
    public string? MarkdownFile { get; init; }

    /// <summary>What measures the same again.</summary>
    public string Command => string.Create(
        CultureInfo.InvariantCulture,
        $"dotnet run -c Release --project bench -- paired --launches {Launches}{(Filter is null ? "" : $" --filter {string.Join(',', Filter)}")}");

    public bool Gate { get; init; }

    /// <summary>Whether this process is one of the launches.</summary>
    public bool IsLaunch { get; init; }

    public bool Includes(string id) => Filter is null || Filter.Contains(id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the arguments make no sense.</summary>
    public static PairedOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new PairedOptions();
        for (int i = 0; i < arguments.Length; i++)
        {
            string? value = i + 1 < arguments.Length && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal)
                ? arguments[i + 1]
                : null;
            int launches = 0;
            PairedOptions? next = arguments[i] switch
            {
                "--launches" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out launches)
                    && launches > 0 => options with { Launches = launches },
                "--filter" when value is not null => options with { Filter = value.Split(',') },
                "--json" when value is not null => options with { JsonFile = value },
                "--from" when value is not null => options with { FromFile = value },
                "--chart" when value is not null => options with { ChartFile = value },
                "--markdown" => options with { Markdown = true, MarkdownFile = value },
                "--gate" when value is null => options with { Gate = true },
                "--launch" when value is null => options with { IsLaunch = true },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
            if (value is not null)
                i++;
        }

        return options;
    }
}
