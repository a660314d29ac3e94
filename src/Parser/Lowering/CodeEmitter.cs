using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Lowering;

/// <summary>Writes the instructions of one probe, with the source span of each, and follows the stack's depth.</summary>
internal sealed class CodeEmitter(ConstantPool pool)
{
    private readonly CodeWriter _code = new();
    private readonly ImmutableArray<CodePosition>.Builder _positions = ImmutableArray.CreateBuilder<CodePosition>();
    private int _start;
    private int _depth;
    private int _maxDepth;
    private bool _jumpTooFar;

    /// <summary>The first limit that the code since <see cref="Take"/> breaks, as a message; null when it keeps all.</summary>
    public string? BrokenLimit =>
        _jumpTooFar || _code.Offset > Limits.CodeBytes ? $"it compiles to more than {Limits.CodeBytes >> 10} KiB of code"
        : _maxDepth > Limits.StackDepth ? $"it needs more than {Limits.StackDepth} values on the stack"
        : pool.IsOverfull ? $"the program has more than {Limits.Constants} constants"
        : null;

    /// <summary>Ends a block of code and starts the next, whose positions follow on.</summary>
    public ImmutableArray<byte> Take()
    {
        ImmutableArray<byte> code = _code.ToArray();
        _start += code.Length;
        _code.Clear();
        _depth = 0;
        _maxDepth = 0;
        _jumpTooFar = false;
        return code;
    }

    /// <summary>The positions of the blocks taken so far.</summary>
    public ImmutableArray<CodePosition> Positions() => _positions.ToImmutable();

    public void Constant(Constant value, SourceSpan span)
    {
        At(span, 0, 1);
        _code.PushConst(pool.Index(value));
    }

    public void Variable(string name, SourceSpan span)
    {
        At(span, 0, 1);
        _code.LoadVar(pool.Index(Bytecode.Constant.Identifier(name)));
    }

    public void GetAttribute(string name, SourceSpan span)
    {
        At(span, 1, 1);
        _code.GetAttr(pool.Index(Bytecode.Constant.FieldName(name)));
    }

    public void SetAttribute(string name, SourceSpan span)
    {
        At(span, 2, 0);
        _code.SetAttr(pool.Index(Bytecode.Constant.FieldName(name)));
    }

    public void GetItem(SourceSpan span)
    {
        At(span, 2, 1);
        _code.GetItem();
    }

    /// <summary>Parts says which of start, stop, step are on the stack, lowest bit first.</summary>
    public void GetSlice(byte parts, SourceSpan span)
    {
        At(span, 1 + int.PopCount(parts), 1);
        _code.GetSlice(parts);
    }

    public void Call(string function, int arguments, SourceSpan span)
    {
        At(span, arguments, 1);
        _code.CallFunc(pool.Index(Bytecode.Constant.FunctionName(function)), checked((byte)arguments));
    }

    public void CallNamed(string function, int fields, SourceSpan span)
    {
        At(span, fields * 2, 1);
        _code.CallNamed(pool.Index(Bytecode.Constant.FunctionName(function)), checked((byte)fields));
    }

    public void Pop(SourceSpan span)
    {
        At(span, 1, 0);
        _code.Pop();
    }

    public void Unary(UnaryOperator op, SourceSpan span)
    {
        At(span, 1, 1);
        if (op == UnaryOperator.Not)
            _code.Not();
        else
            _code.Neg();
    }

    public void Truth(SourceSpan span)
    {
        At(span, 1, 1);
        _code.Truth();
    }

    public void Binary(BinaryOperator op, SourceSpan span)
    {
        At(span, 2, 1);
        switch (op)
        {
            case BinaryOperator.Or: _code.Or(); break;
            case BinaryOperator.And: _code.And(); break;
            case BinaryOperator.Equal: _code.Eq(); break;
            case BinaryOperator.NotEqual: _code.Ne(); break;
            case BinaryOperator.Less: _code.Lt(); break;
            case BinaryOperator.LessOrEqual: _code.Le(); break;
            case BinaryOperator.Greater: _code.Gt(); break;
            case BinaryOperator.GreaterOrEqual: _code.Ge(); break;
            case BinaryOperator.Add: _code.Add(); break;
            case BinaryOperator.Subtract: _code.Sub(); break;
            case BinaryOperator.Multiply: _code.Mul(); break;
            case BinaryOperator.Divide: _code.Div(); break;
            case BinaryOperator.Modulo: _code.Mod(); break;
            default: throw new ArgumentOutOfRangeException(nameof(op));
        }
    }

    public void JumpIf(bool truth, JumpLabel target, SourceSpan span)
    {
        At(span, 1, 0);
        target.Jumps.Add(truth ? _code.JumpIfTrue() : _code.JumpIfFalse());
        target.Depth = _depth;
    }

    public void Jump(JumpLabel target, SourceSpan span)
    {
        At(span, 0, 0);
        target.Jumps.Add(_code.Jump());
        target.Depth = _depth;
    }

    /// <summary>Lets the label's jumps land here, at the depth that they left with.</summary>
    public void Mark(JumpLabel label)
    {
        foreach (int jump in label.Jumps)
            _jumpTooFar |= !_code.TryPatch(jump);
        if (label.Jumps.Count > 0)
            _depth = label.Depth;
    }

    private void At(SourceSpan span, int pops, int pushes)
    {
        _positions.Add(new CodePosition(_start + _code.Offset, span.Start, span.Length));
        _depth += pushes - pops;
        _maxDepth = Math.Max(_maxDepth, _depth);
    }
}
