using System.Collections.Immutable;
using HogTrace.Bytecode;

namespace HogTrace.Parser.Lowering;

/// <summary>The constants of a program in the order of their first use, each once.</summary>
internal sealed class ConstantPool
{
    private readonly Dictionary<Constant, ushort> _indices = [];
    private readonly ImmutableArray<Constant>.Builder _constants = ImmutableArray.CreateBuilder<Constant>();

    /// <summary>Whether more constants were asked for than an operand can name.</summary>
    public bool IsOverfull { get; private set; }

    public ushort Index(Constant constant)
    {
        if (_indices.TryGetValue(constant, out ushort index))
            return index;
        if (_constants.Count == Limits.Constants)
        {
            IsOverfull = true;
            return 0;
        }

        index = (ushort)_constants.Count;
        _indices.Add(constant, index);
        _constants.Add(constant);
        return index;
    }

    public ImmutableArray<Constant> ToImmutable() => _constants.ToImmutable();
}
