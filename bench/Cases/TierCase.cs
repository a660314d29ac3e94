namespace HogTrace.Bench.Cases;

/// <summary>A case on one tier. What derives from it keeps its site in a static field, made with <see cref="SiteName"/>.</summary>
internal abstract class TierCase<TTier>(string id, string title, string? code, bool fires, string? exit = null)
    : ProbeCase(TTier.Engine, TTier.Name, id, title, code, fires, exit)
    where TTier : struct, ITier
{
    protected static string SiteName(string id) => $"Bench.{id}.{TTier.Name}";
}
