using System.Collections.Immutable;

namespace HogTrace.Runtime;

/// <summary>
/// Copies the values of one event within its limits. Recursion is as deep as the options' depth, which
/// <see cref="Bytecode.Limits.CaptureDepthMax"/> bounds.
/// </summary>
internal ref partial struct Snapshotter
{
    // Estimated bytes in the event: a number, the frame of a name or an item.
    public const int ScalarBytes = 8;
    public const int FrameBytes = 4;

    // Bytes in memory: the object header with its fields; a Value with its name and perhaps a box.
    private const int NodeBytes = 48;
    private const int EntryBytes = 40;

    private readonly SnapshotOptions _options;
    private readonly MemberResolver _members;
    private SnapshotPath _path;
    private int _bytesLeft;
    private int _depth;

    public Snapshotter(RunHost host)
    {
        _options = host.Snapshots;
        _members = host.Members;
        _bytesLeft = _options.EventBytes;
    }

    private readonly bool IsFull => _bytesLeft <= 0;

    /// <summary>Copies a captured field. Faults only when the run is over one of its own limits.</summary>
    public FaultKind Take(in Value value, string name, ref RunContext run, out Value copy)
    {
        if (IsFull)
        {
            copy = Cut(CutReason.Size, value);
            return run.TryTouch(1);
        }

        _bytesLeft -= name.Length + FrameBytes;
        _depth = _options.Depth + (value.Reference is ArgumentTuple or ValueMapping { IsFrame: true } ? 1 : 0);
        return Copy(value, _options.StringUnits, ref run, out copy);
    }

    private FaultKind Copy(in Value value, int stringUnits, ref RunContext run, out Value copy)
    {
        copy = value;
        if (run.TryTouch(1) is var spent && spent != FaultKind.None)
            return spent;
        if (value.StringOrNull is { } text)
            return CopyText(text, stringUnits, ref run, out copy);
        if (value.IsObject)
            return CopyReference(value.Reference!, stringUnits, ref run, out copy);
        _bytesLeft -= ScalarBytes;
        return FaultKind.None;
    }

    private FaultKind CopyText(string text, int limit, ref RunContext run, out Value copy)
    {
        limit = Math.Min(limit, Math.Max(_bytesLeft, 0));
        if (text.Length <= limit)
        {
            _bytesLeft -= text.Length + FrameBytes;
            copy = Value.FromString(text);
            return FaultKind.None;
        }

        // A pair of surrogates is not torn apart.
        if (limit > 0 && char.IsHighSurrogate(text[limit - 1]))
            limit--;
        copy = default;
        if (run.TryAllocate(NodeBytes + (limit * sizeof(char))) is var spent && spent != FaultKind.None)
            return spent;
        _bytesLeft -= limit + ScalarBytes;
        copy = Value.FromReference(new TextSnapshot(text[..limit], text.Length));
        return FaultKind.None;
    }

    private FaultKind CopyReference(object value, int stringUnits, ref RunContext run, out Value copy)
    {
        copy = Value.FromReference(value);
        if (value is Snapshot or decimal or ulong)
        {
            _bytesLeft -= ScalarBytes;
            return FaultKind.None;
        }

        if (TrustedText.TryGet(value, out string? text))
        {
            copy = default;
            FaultKind spent = run.TryAllocateString(text.Length);
            return spent != FaultKind.None ? spent : CopyText(text, stringUnits, ref run, out copy);
        }

        return CopyObject(value, ref run, out copy);
    }

    private FaultKind CopyObject(object value, ref RunContext run, out Value copy)
    {
        copy = default;
        if (run.TryAllocate(NodeBytes) is var spent && spent != FaultKind.None)
            return spent;
        CollectionShape shape = CollectionShape.Of(value.GetType());
        CutReason? cut = shape.Shape == CopyShape.Opaque ? CutReason.Opaque
            : _path.Holds(value) ? CutReason.Cycle
            : _path.Depth >= _depth ? CutReason.Depth
            : IsFull ? CutReason.Size
            : null;
        if (cut is { } reason)
        {
            copy = Cut(reason, Value.FromReference(value));
            return FaultKind.None;
        }

        _path.Enter(value);
        FaultKind fault = value is Sequence or Mapping
            ? CopyCollection(value, shape.Shape, ref run, out copy)
            : shape.Shape switch
            {
                CopyShape.Wrapper => CopyWrapped(shape.Wrapped!(value), ref run, out copy),
                CopyShape.Object => CopyMembers(value, ref run, out copy),
                _ => CopyCollection(value, shape.Shape, ref run, out copy),
            };
        _path.Leave();
        return fault;
    }

    // The wrapper keeps its place on the path, so the collection behind it takes a level of its own.
    private FaultKind CopyWrapped(in Value wrapped, ref RunContext run, out Value copy) =>
        Copy(wrapped, _options.NestedStringUnits, ref run, out copy);

    private FaultKind CopyMembers(object value, ref RunContext run, out Value copy)
    {
        TypeMembers type = _members.Of(value.GetType());
        ImmutableArray<MemberLookup> members = type.Readable;
        int limit = Math.Min(members.Length, _options.Fields);
        var fields = ImmutableArray.CreateBuilder<CapturedField>(limit);
        string name = TypeNames.Of(value);
        _bytesLeft -= name.Length + ScalarBytes;
        FaultKind fault = run.TryAllocate(limit * EntryBytes);
        copy = default;
        for (int i = 0; i < limit && !IsFull && fault == FaultKind.None; i++)
        {
            fault = CopyMember(members[i], value, ref run, out Value field);
            fields.Add(new CapturedField(members[i].Name, field));
        }

        int omitted = members.Length - fields.Count;
        if (fault == FaultKind.None)
            copy = Value.FromReference(new ObjectSnapshot(name, fields.DrainToImmutable(), omitted));
        return fault;
    }

    private FaultKind CopyMember(MemberLookup member, object value, ref RunContext run, out Value copy)
    {
        _bytesLeft -= member.Name.Length + FrameBytes;
        if (_options.Secrets.IsSecret(member.Name) || (member.Name == "Value" && HasSecretKey(value)))
            return Redact(ref run, out copy);
        FaultKind fault = Attributes.Read(member, value, ref run, out Value read);
        if (fault == FaultKind.None)
            return Copy(read, _options.NestedStringUnits, ref run, out copy);
        copy = default;
        return fault == FaultKind.HostException ? Forgive(TypeNames.Of(value), ref run, out copy) : fault;
    }

    private readonly bool HasSecretKey(object value) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
        && _members.Resolve(type, "Key").Getter!(value).StringOrNull is { } key && _options.Secrets.IsSecret(key);

    /// <summary>Turns what host code threw into a mark: the rest of the event is still worth having.</summary>
    private FaultKind Forgive(string typeName, ref RunContext run, out Value copy)
    {
        copy = Value.FromReference(new CutSnapshot(CutReason.Fault, typeName, run.FaultMessage));
        _bytesLeft -= typeName.Length + (run.FaultMessage?.Length ?? 0) + ScalarBytes;
        run.Fault = FaultKind.None;
        run.FaultMessage = null;
        return run.TryTouch(1);
    }

    private FaultKind Redact(ref RunContext run, out Value copy)
    {
        _bytesLeft -= SecretNames.Redacted.Length;
        copy = Value.FromString(SecretNames.Redacted);
        return run.TryTouch(1);
    }

    private Value Cut(CutReason reason, in Value value)
    {
        string name = TypeNames.Of(value);
        _bytesLeft -= name.Length + ScalarBytes;
        return Value.FromReference(new CutSnapshot(reason, name));
    }
}
