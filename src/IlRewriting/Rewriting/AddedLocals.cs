using HogTrace.IlRewriting.Plans;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>The locals that a body gets beside its own, each when it is first asked for.</summary>
internal sealed class AddedLocals(LocalsSignature own, MethodShape shape)
{
    private readonly List<byte[]> _types = [];
    private readonly Dictionary<int, int> _copies = [];
    private int? _started;
    private int? _result;
    private int? _exception;
    private int? _receiver;

    /// <summary>When the call entered.</summary>
    public int Started => _started ??= Add([(byte)ElementType.Int64]);

    /// <summary>What the method returns.</summary>
    public int Result => _result ??= Add(shape.Return.AsLocal);

    public int Exception => _exception ??= Add([(byte)ElementType.Object]);

    /// <summary>A receiver without contents, in place of one that is not filled yet.</summary>
    public int EmptyReceiver => _receiver ??= Add(shape.Receiver.Element);

    public int Count => own.Locals.Length + _types.Count;

    public bool Any => _types.Count != 0;

    /// <summary>Arguments as they were at entry: the argument's number and the local's.</summary>
    public IReadOnlyDictionary<int, int> Copies => _copies;

    public byte[] Signature => own.With(_types);

    public void AddCopy(HookInput input)
    {
        int argument = shape.ArgumentIndex(input);
        if (!_copies.ContainsKey(argument))
            _copies.Add(argument, Add(shape.ArgumentType(input).AsLocal));
    }

    private int Add(byte[] type)
    {
        _types.Add(type);
        return Count - 1;
    }
}
