using System.Diagnostics.Metrics;

namespace HogTrace.Tests.Unit.Diagnostics;

/// <summary>Listens to the meter and keeps the last value of each counter, by name and tag.</summary>
internal sealed class Readings : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, long> _counts = [];
    private readonly List<double> _durations = [];

    public Readings()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "HogTrace")
            {
                Instruments[instrument.Name] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            _counts[tags.IsEmpty ? instrument.Name : $"{instrument.Name}/{tags[0].Key}={tags[0].Value}"] = value);
        _listener.SetMeasurementEventCallback<double>((_, value, _, _) =>
        {
            lock (_durations)
                _durations.Add(value);
        });
        _listener.Start();
    }

    public Dictionary<string, Instrument> Instruments { get; } = [];

    public IReadOnlyList<double> Durations
    {
        get
        {
            lock (_durations)
                return [.. _durations];
        }
    }

    public long Read(string name)
    {
        _listener.RecordObservableInstruments();
        return _counts.GetValueOrDefault($"hogtrace.{name}");
    }

    public void Dispose() => _listener.Dispose();
}
