using System.Globalization;
using System.Text;
using HogTrace.Runtime;
using HogTrace.Tests.Conformance.Reading;
using HogTrace.Tests.Conformance.Tiers;

namespace HogTrace.Tests.Conformance.Running;

/// <summary>What became of every frame of a case, and of its request stores.</summary>
/// <param name="Frames">For each frame, the runs of the probes that stand there.</param>
/// <param name="Stores">Contents of the request stores, as JSON.</param>
internal sealed record CaseRun(IReadOnlyList<IReadOnlyList<ProbeRun>> Frames, IReadOnlyDictionary<string, string> Stores)
{
    public string Describe(Detail detail)
    {
        var text = new StringBuilder();
        for (int i = 0; i < Frames.Count; i++)
        {
            foreach (ProbeRun run in Frames[i])
                text.Append(CultureInfo.InvariantCulture, $"frame {i}: {run.Describe(detail)}\n");
        }

        foreach (var (request, store) in Stores)
            text.Append(CultureInfo.InvariantCulture, $"store '{request}': {store}\n");
        return text.ToString();
    }

    /// <summary>Stores as a case states them.</summary>
    public static string StoreText(RequestStore store)
    {
        var mapping = new StringBuilder("{");
        foreach (var (name, value) in store.Snapshot())
        {
            mapping.Append(mapping.Length > 1 ? "," : "").Append('"').Append(name).Append("\":");
            mapping.Append(CaseJson.Of(value));
        }

        return mapping.Append('}').ToString();
    }
}
