using HogTrace.IlRewriting.Bodies;

namespace HogTrace.IlRewriting.Checking;

/// <summary>What instructions do with the evaluation stack.</summary>
internal sealed class StackEffects(CheckedMethod method, MemberLookup members, TypeKinds kinds)
{
    private const string Depends = "*";

    private EvaluationStack _stack = EvaluationStack.Empty;
    private string? _problem;

    /// <summary>The stack after an instruction; null, and why, if it can't be executed with this one.</summary>
    public EvaluationStack? Apply(Instruction instruction, EvaluationStack stack, out string? problem)
    {
        _stack = stack;
        _problem = null;
        var facts = instruction.Facts;
        if (facts.Pops == Depends || facts.Pushes == Depends)
            ApplySpecial(instruction);
        else
            ApplyFacts(instruction, facts);
        problem = _problem;
        return problem is null ? _stack : null;
    }

    private void ApplyFacts(Instruction instruction, OpcodeFacts facts)
    {
        for (int i = facts.Pops.Length - 1; i >= 0; i--)
            PopByCode(facts.Pops[i], instruction);
        foreach (char code in facts.Pushes)
            Push(code == 't' ? kinds.Of((int)instruction.Operand) : ByCode(code));
    }

    private void PopByCode(char code, Instruction instruction)
    {
        if (code == '=')
        {
            var right = Pop();
            Expect(right.Fits(Pop()) && right.Kind != StackKind.Value, "two values that can be compared");
            return;
        }

        var type = Pop();
        bool fits = code switch
        {
            '1' => true,
            'i' => type.IsIndex,
            'p' => type.IsAddress,
            'c' => type.Kind is not (StackKind.Value or StackKind.Float),
            't' => FitsOperand(type, instruction),
            _ => type.Fits(ByCode(code)),
        };
        if (!fits)
            Fail($"{type} for '{code}'");
    }

    // Compilers box what is boxed already, where a type parameter is always a class.
    private bool FitsOperand(StackType type, Instruction instruction)
    {
        var operand = kinds.Of((int)instruction.Operand);
        return type.Fits(operand) || (instruction.Opcode == Opcode.Box && operand.IsParameter && type.Kind == StackKind.Object);
    }

    private static StackType ByCode(char code) => code switch
    {
        '4' => new(StackKind.Int32),
        '8' => new(StackKind.Int64),
        'n' => new(StackKind.NativeInt),
        'f' => new(StackKind.Float),
        'o' => new(StackKind.Object),
        'r' => new(StackKind.Reference),
        _ => StackType.Unknown,
    };

    private void ApplySpecial(Instruction instruction)
    {
        int token = (int)instruction.Operand;
        switch (instruction.Opcode)
        {
            case Opcode.Dup:
                Push(Peek());
                break;
            case Opcode.Ret:
                Return();
                break;
            case Opcode.Call or Opcode.Callvirt or Opcode.Newobj or Opcode.Calli:
                Call(instruction.Opcode, members.Method(token));
                break;
            case Opcode.Ldfld or Opcode.Ldflda or Opcode.Stfld or Opcode.Ldsfld or Opcode.Stsfld:
                Field(instruction.Opcode, members.Field(token));
                break;
            case Opcode.Neg or Opcode.Not:
                Expect(Peek().Kind is not (StackKind.Value or StackKind.Object), "a number");
                break;
            case Opcode.Shl or Opcode.Shr or Opcode.ShrUn:
                Expect(Pop().IsIndex, "how far to shift");
                Expect(Peek().Kind is not (StackKind.Value or StackKind.Object), "a number");
                break;
            default:
                if (Variable.Of(instruction) is { Use: not VariableUse.None } variable)
                    Access(variable);
                else
                    Arithmetic();
                break;
        }
    }

    private void Access(Variable variable)
    {
        var type = (variable.IsLocal ? method.Locals : method.Arguments)[variable.Number];
        if (variable.Use == VariableUse.Load)
            Push(type);
        else
            Expect(Pop(), type);
    }

    private void Return()
    {
        if (method.Return is { } type)
            Expect(Pop(), type);
        Expect(_stack.IsEmpty, "nothing else on the stack");
    }

    private void Call(Opcode opcode, Callee? callee)
    {
        if (callee is null)
        {
            Fail("the token is no method's");
            return;
        }

        if (opcode == Opcode.Calli)
            Expect(Pop().IsAddress, "a function's address");
        for (int i = callee.Parameters.Length - 1; i >= 0; i--)
            Expect(Pop(), callee.Parameters[i]);
        if (opcode == Opcode.Newobj)
        {
            Push(callee.Constructed);
            return;
        }

        if (callee.HasThis)
            ExpectReceiver();
        if (callee.Return is { } returned)
            Push(returned);
    }

    private void Field(Opcode opcode, StackType? field)
    {
        if (field is not { } type)
        {
            Fail("the token is no field's");
            return;
        }

        if (opcode is Opcode.Stfld or Opcode.Stsfld)
            Expect(Pop(), type);
        if (opcode == Opcode.Ldfld)
            Expect(Pop().Kind is not (StackKind.Int32 or StackKind.Int64 or StackKind.Float), "an object, struct or address");
        else if (opcode is Opcode.Ldflda or Opcode.Stfld)
            ExpectReceiver();
        if (opcode == Opcode.Ldflda)
            Push(new(StackKind.Reference));
        else if (opcode is Opcode.Ldfld or Opcode.Ldsfld)
            Push(type);
    }

    private void Arithmetic()
    {
        var right = Pop();
        var left = Pop();
        if (left.Kind == StackKind.Reference && right.Kind == StackKind.Reference)
            Push(new(StackKind.NativeInt));
        else if (left.Join(right) is { Kind: not (StackKind.Value or StackKind.Object) } type)
            Push(type);
        else if (left.Kind == StackKind.Reference && right.IsIndex || right.Kind == StackKind.Reference && left.IsIndex)
            Push(new(StackKind.Reference));
        else
            Fail($"no arithmetic of {left} and {right}");
    }

    private void ExpectReceiver()
    {
        var type = Pop();
        Expect(type.Kind == StackKind.Object || type.IsAddress, "an object or address");
    }

    private void Push(StackType type) => _stack = _stack.Push(type);

    private StackType Peek()
    {
        if (_stack.IsEmpty)
            Fail("the stack is empty");
        return _stack.IsEmpty ? StackType.Unknown : _stack.Top;
    }

    private StackType Pop()
    {
        var top = Peek();
        _stack = _stack.Pop();
        return top;
    }

    private void Expect(StackType type, StackType expected)
    {
        if (!type.Fits(expected))
            Fail($"{type} where {expected} is expected");
    }

    private void Expect(bool holds, string expected)
    {
        if (!holds)
            Fail($"{expected} is expected");
    }

    // The first problem counts; later ones may come of it.
    private void Fail(string problem) => _problem ??= problem;
}
