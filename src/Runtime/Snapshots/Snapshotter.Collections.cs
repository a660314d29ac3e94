using System.Collections.Immutable;

namespace HogTrace.Runtime;

/// <summary>Collections. Another thread may change one while it is copied, which makes its enumerator throw.</summary>
internal ref partial struct Snapshotter
{
    private FaultKind CopyCollection(object value, CopyShape shape, ref RunContext run, out Value copy)
    {
        copy = default;
        FaultKind fault = Open(value, shape, ref run, out CollectionReader? reader);
        if (fault == FaultKind.HostException)
            return Forgive(TypeNames.Of(value), ref run, out copy);
        if (fault != FaultKind.None)
            return fault;
        _bytesLeft -= ScalarBytes;
        return value is Mapping || shape is CopyShape.Mapping or CopyShape.Pairs
            ? CopyPairs(reader!, ref run, out copy)
            : CopyItems(reader!, ref run, out copy);
    }

    private FaultKind CopyItems(CollectionReader reader, ref RunContext run, out Value copy)
    {
        copy = default;
        var items = ImmutableArray.CreateBuilder<Value>();
        bool more = true;
        while (items.Count < _options.Items && !IsFull)
        {
            FaultKind fault = Step(reader, ref run, out more, out Value item);
            if (!more && fault == FaultKind.None)
                break;
            fault = fault switch
            {
                FaultKind.None => Copy(item, _options.NestedStringUnits, ref run, out item),
                FaultKind.HostException => Forgive("item", ref run, out item),
                _ => fault,
            };
            if (fault != FaultKind.None)
                return fault;
            items.Add(item);
            if (!more)
                break;
        }

        int? omitted = Omitted(reader, items.Count, more);
        copy = Value.FromReference(new ListSnapshot(items.DrainToImmutable(), omitted));
        return FaultKind.None;
    }

    private FaultKind CopyPairs(CollectionReader reader, ref RunContext run, out Value copy)
    {
        copy = default;
        var pairs = ImmutableArray.CreateBuilder<CapturedField>();
        bool more = true;
        while (pairs.Count < _options.Items && !IsFull)
        {
            FaultKind fault = Step(reader, ref run, out more, out Value item);
            if (!more && fault == FaultKind.None)
                break;
            string key = more ? TextOf(reader.Key) : "$fault";
            _bytesLeft -= key.Length + FrameBytes;
            fault = fault switch
            {
                FaultKind.None when _options.Secrets.IsSecret(key) => Redact(ref run, out item),
                FaultKind.None => Copy(item, _options.NestedStringUnits, ref run, out item),
                FaultKind.HostException => Forgive("item", ref run, out item),
                _ => fault,
            };
            if (fault != FaultKind.None)
                return fault;
            pairs.Add(new CapturedField(Shorten(key), item));
            if (!more)
                break;
        }

        int? omitted = Omitted(reader, pairs.Count, more);
        copy = Value.FromReference(new MappingSnapshot(pairs.DrainToImmutable(), omitted));
        return FaultKind.None;
    }

    // What remains when the walk was cut short; a walk that ended by itself, or by throwing, is complete or marked so.
    private static int? Omitted(CollectionReader reader, int taken, bool more) =>
        !more ? 0 : reader.Count is { } count ? Math.Max(0, count - taken) : null;

    private FaultKind Open(object value, CopyShape shape, ref RunContext run, out CollectionReader? reader)
    {
        reader = null;
        try
        {
            reader = new CollectionReader(value, shape, _members);
            return FaultKind.None;
        }
        catch (Exception thrown)
        {
            return HostFault.Record(thrown, "enumerating", ref run);
        }
    }

    private static FaultKind Step(CollectionReader reader, ref RunContext run, out bool more, out Value item)
    {
        more = false;
        item = default;
        if (reader.CallsHost && run.CheckClock() is var late && late != FaultKind.None)
            return late;
        try
        {
            more = reader.MoveNext();
            item = reader.Item;
        }
        catch (Exception thrown)
        {
            return HostFault.Record(thrown, "enumerating", ref run);
        }

        return more ? run.TryAllocate(EntryBytes) : FaultKind.None;
    }

    private readonly string Shorten(string key) =>
        key.Length <= _options.NestedStringUnits ? key : key[.._options.NestedStringUnits] + "…";

    // ToString runs no code of the host: an Object outside the trusted list gives the name of its type.
    private static string TextOf(in Value key) => key.StringOrNull ?? key.ToString();
}
