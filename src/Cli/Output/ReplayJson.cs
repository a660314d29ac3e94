using System.Text;
using System.Text.Json;
using HogTrace.Cli.Frames;

namespace HogTrace.Cli.Output;

/// <summary>What <see cref="ReplayTable"/> shows, for programs: an object a probe on a line.</summary>
internal static class ReplayJson
{
    public static void Write(CommandConsole console, HogTraceProgram program, Replay replay)
    {
        foreach (var probe in program.Probes)
        {
            using var buffer = new MemoryStream();
            using (var json = new Utf8JsonWriter(buffer, EventJson.Options))
                Write(json, probe, replay);
            console.ErrorWriter.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
        }
    }

    private static void Write(Utf8JsonWriter json, HogTraceProbe probe, Replay replay)
    {
        var tally = replay.Tallies[probe.Index];
        var prepared = replay.PreparedOf(probe);
        json.WriteStartObject();
        json.WriteString("probe", probe.Id);
        json.WriteString("target", probe.Target.ToString());
        json.WriteString("point", EventJson.PointName(probe.Point));
        json.WriteNumber("hits", tally.Hits);
        json.WriteNumber("predicateFalse", tally.PredicateFalse);
        json.WriteNumber("fired", tally.Fired);
        json.WriteNumber("sampledOut", tally.SampledOut);
        json.WriteNumber("captures", tally.Captures);
        json.WriteStartObject("faults");
        foreach (var (kind, count) in tally.Faults.Counts)
            json.WriteNumber(kind.ToString(), count);
        json.WriteEndObject();
        json.WriteString("tier", prepared?.Tier.ToString().ToLowerInvariant());
        json.WriteNumber("compiled", prepared?.Compilations.Compiled ?? 0);
        json.WriteNumber("givenUp", prepared?.Compilations.GivenUp ?? 0);
        json.WriteNumber("compileMilliseconds", prepared?.Compilations.Time.TotalMilliseconds ?? 0);
        if (tally.NanosecondsPerRun is { } nanoseconds)
            json.WriteNumber("nanosecondsPerHit", Math.Round(nanoseconds));
        else
            json.WriteNull("nanosecondsPerHit");
        json.WriteEndObject();
    }
}
