using System.Globalization;

namespace Shop;

/// <summary>The command line. What is not ours, such as <c>--urls</c>, goes on to ASP.NET Core.</summary>
internal sealed record ShopOptions
{
    public const string Usage =
        "usage: Shop [--traffic N] [--probes FILE] [--json] [--database FILE] [--urls URL]";

    /// <summary>Requests that the shop sends itself before it ends; null to serve until Ctrl-C.</summary>
    public int? Traffic { get; init; }

    /// <summary>The probe file; null for the one that the sample ships.</summary>
    public string? Probes { get; init; }

    /// <summary>Whether captures are lines of JSON; whatever else there is to say then goes to standard error.</summary>
    public bool Json { get; init; }

    /// <summary>The database file; null for a new one in the temporary folder.</summary>
    public string? Database { get; init; }

    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Reads the command line; null when it makes no sense.</summary>
    public static ShopOptions? Parse(string[] args)
    {
        var options = new ShopOptions();
        var others = new List<string>();
        for (int i = 0; i < args.Length; i++)
        {
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    continue;
                case "--traffic" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count):
                    options = options with { Traffic = count };
                    break;
                case "--probes" when value is not null:
                    options = options with { Probes = value };
                    break;
                case "--database" when value is not null:
                    options = options with { Database = value };
                    break;
                case "--urls" when value is not null:
                    others.AddRange(["--urls", value]);
                    break;
                default:
                    return null;
            }

            i++;
        }

        return options with { Others = others };
    }
}
