using System.Runtime.InteropServices;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>
/// Turns verified stack code into three-address code for one frame shape. It follows the stack symbolically: what
/// only loads an input or a constant becomes an operand of the operation that uses it. Where paths part or join,
/// every value is in the temporary of its stack position.
/// </summary>
internal sealed partial class Translator
{
    private readonly Program _program;
    private readonly VerifiedCode _code;
    private readonly FrameShape _shape;
    private readonly TranslationContext _context;
    private readonly SecretFlow _flow;
    private readonly bool _isPredicate;

    private readonly List<Operation> _operations = [];

    // Grown by hand: a list of structs would be compiled anew in every process.
    private Value[] _constants = [];
    private int _constantCount;

    // By index into the program's constants, one more than the index into ours; 0 for none.
    private int[]? _constantOfPool;

    private readonly List<BindingIssue> _issues = [];
    private readonly List<StackEntry> _stack = [];
    private readonly StackEntry[]?[] _stackAtTarget;
    private readonly int[] _operationOf;
    private int _instruction;
    private int _highWater;
    private ulong _inputs;

    private Translator(TranslationContext context, VerifiedCode code, FrameShape shape, bool isPredicate)
    {
        _context = context;
        _program = context.Program;
        _code = code;
        _shape = shape;
        _flow = context.FlowIn(shape);
        _isPredicate = isPredicate;
        _stackAtTarget = new StackEntry[]?[code.Instructions.Length + 1];
        _operationOf = new int[code.Instructions.Length + 1];
        _highWater = shape.InputCount;
    }

    /// <summary>Translates one code block of a probe.</summary>
    public static TranslatedCode Translate(TranslationContext context, VerifiedCode code, FrameShape shape, bool isPredicate) =>
        new Translator(context, code, shape, isPredicate).Run();

    private TranslatedCode Run()
    {
        var self = this;
        bool falls = true;
        for (int i = 0; i < _code.Instructions.Length; i++)
        {
            falls = EnterInstruction(i, falls);
            if (_code.Depths[i] >= 0)
                falls = InstructionDispatch.Visit<Translator, bool>(ref self, _code.Instructions[i]);
        }

        bool arrives = EnterInstruction(_code.Instructions.Length, falls);
        // The return costs what the last instruction has cost; in empty code, where this is -1, nothing.
        _instruction = _code.Instructions.Length - 1;
        if (arrives)
            EmitReturn();
        return Finish();
    }

    /// <summary>Meets the paths that arrive at an instruction; returns whether any does.</summary>
    private bool EnterInstruction(int index, bool falls)
    {
        _instruction = index;
        if (_stackAtTarget[index] is { } arriving)
        {
            if (falls)
            {
                _instruction = Math.Max(0, index - 1);
                MaterializeAll();
                _instruction = index;
                MergeInto(arriving);
            }

            _stack.Clear();
            _stack.AddRange(arriving);
            falls = true;
        }

        _operationOf[index] = _operations.Count;
        return falls;
    }

    private TranslatedCode Finish()
    {
        for (int i = 0; i < _operations.Count; i++)
        {
            var operation = _operations[i];
            if (operation.Target >= 0)
                _operations[i] = operation with { Target = _operationOf[operation.Target] };
        }

        return new TranslatedCode
        {
            IsPredicate = _isPredicate,
            Shape = _shape,
            SecretParameters = _context.SecretParametersOf(_shape),
            Operations = [.. _operations],
            Constants = ImmutableCollectionsMarshal.AsImmutableArray(Sized(_constants, _constantCount)),
            RegisterCount = _highWater,
            Inputs = _inputs,
            MaxCost = _code.MaxCost,
            Issues = [.. _issues],
        };
    }

    private void EmitReturn()
    {
        if (_isPredicate)
            Emit(new Operation(OperationCode.Return, _instruction) { A = Register(Pop()) });
        else
            Emit(new Operation(OperationCode.Return, _instruction));
    }

    private void Emit(Operation operation) => _operations.Add(operation);

    private void Report(FaultKind kind, string message) =>
        _issues.Add(new BindingIssue(kind, _instruction, _isPredicate, message));

    private string NameOf(in Instruction instruction) => _program.Constants[instruction.Constant].Text!;
}
