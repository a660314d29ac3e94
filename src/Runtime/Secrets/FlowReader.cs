using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>Reads code into a <see cref="FlowGraph"/>: one pass, since jumps go forward only.</summary>
internal sealed class FlowReader(
    ImmutableArray<Constant> constants, SecretNames names, ImmutableArray<string> parameters, FlowGraph graph)
{
    private readonly Dictionary<string, int> _store = new(StringComparer.Ordinal);
    private FlowStack? _stack;

    /// <summary>The capture calls met, and where each of their fields comes from.</summary>
    public List<CapturedFlow> Captures { get; } = [];

    public void Read(VerifiedCode code)
    {
        _stack = null;
        bool arrives = true;
        var pending = new Dictionary<int, FlowStack?>();
        for (int i = 0; i < code.Instructions.Length; i++)
        {
            if (pending.Remove(i, out FlowStack? arriving))
            {
                _stack = arrives ? FlowStack.Join(_stack, arriving, names, graph) : arriving;
                arrives = true;
            }

            if (!arrives)
                continue;
            Step(code, i);
            int target = code.JumpTargets[i];
            if (target < 0)
                continue;
            pending[target] = pending.TryGetValue(target, out FlowStack? known)
                ? FlowStack.Join(known, _stack, names, graph)
                : _stack;
            arrives = code.Instructions[i].Opcode != Opcode.Jump;
        }
    }

    private void Step(VerifiedCode code, int at)
    {
        Instruction instruction = code.Instructions[at];
        switch (instruction.Opcode)
        {
            case Opcode.PushConst:
                Push(FlowGraph.Clean, KeyOf(constants[instruction.Constant]));
                break;
            case Opcode.Dup:
                _stack = _stack is { } top ? top with { Below = top } : null;
                break;
            case Opcode.LoadVar:
                string variable = NameOf(instruction);
                bool isStore = ReservedNames.IsRequestStore(variable);
                _stack = new FlowStack(isStore ? FlowGraph.Clean : OfVariable(variable), null, isStore, _stack)
                {
                    IsArguments = variable == ReservedNames.Args,
                };
                break;
            case Opcode.GetAttr:
                ReadMember(Pop(), NameOf(instruction));
                break;
            case Opcode.SetAttr:
                int stored = Pop()?.Node ?? FlowGraph.Clean;
                Pop();
                graph.Connect(stored, OfStored(NameOf(instruction)));
                break;
            case Opcode.GetItem:
                string? key = Pop()?.Text;
                ReadMember(Pop(), key ?? "");
                break;
            case Opcode.GetSlice:
                PopMany(BitOperations.PopCount(instruction.Count));
                FlowStack? sliced = Pop();
                Push(sliced is { IsArguments: true } ? OfArgument("") : sliced?.Node ?? FlowGraph.Clean);
                break;
            case Opcode.Add:
                Push(graph.Join(Pop()?.Node ?? FlowGraph.Clean, Pop()?.Node ?? FlowGraph.Clean));
                break;
            case Opcode.CallFunc or Opcode.CallNamed:
                Call(code, at, instruction);
                break;
            default:
                StepClean(instruction.Opcode);
                break;
        }
    }

    // What remains sets a secret free, or only moves control.
    private void StepClean(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.Pop or Opcode.JumpIfFalse or Opcode.JumpIfTrue or Opcode.StoreVar:
                Pop();
                break;
            case Opcode.Jump:
                break;
            case Opcode.Neg or Opcode.Not or Opcode.Truth:
                Pop();
                Push(FlowGraph.Clean);
                break;
            default:
                PopMany(2);
                Push(FlowGraph.Clean);
                break;
        }
    }

    private void ReadMember(FlowStack? target, string name)
    {
        if (target is { IsStore: true })
            Push(names.IsSecret(name) ? FlowGraph.Secret : OfStored(name));
        else if (target is { IsArguments: true })
            Push(OfArgument(name));
        else
            Push(graph.Join(target?.Node ?? FlowGraph.Clean, OfName(name)));
    }

    private void Call(VerifiedCode code, int at, Instruction instruction)
    {
        FunctionEntry? function = FunctionTable.Find(NameOf(instruction));
        bool isNamed = instruction.Opcode == Opcode.CallNamed;
        var arguments = new int[isNamed ? instruction.Count * 2 : instruction.Count];
        for (int i = arguments.Length - 1; i >= 0; i--)
            arguments[i] = Pop()?.Node ?? FlowGraph.Clean;
        if (function is { IsCapture: true })
        {
            int[] fields = isNamed || code.NamedCaptures[at] ? ValuesOf(arguments) : arguments;
            Captures.Add(new CapturedFlow(code, at, fields));
        }

        Push(function is not null && PassesOn(function.Function)
            ? arguments.Aggregate(FlowGraph.Clean, graph.Join) : FlowGraph.Clean);
    }

    // Names and values take turns.
    private static int[] ValuesOf(int[] arguments)
    {
        int[] values = new int[arguments.Length / 2];
        for (int i = 0; i < values.Length; i++)
            values[i] = arguments[(2 * i) + 1];
        return values;
    }

    // A number read from a secret, or the smaller of two, still tells it.
    private static bool PassesOn(Function function) => function
        is Function.Str or Function.Lower or Function.Upper or Function.Int or Function.Float
        or Function.Abs or Function.Round or Function.Min or Function.Max;

    private int OfVariable(string name) =>
        ReservedNames.TryGetArgument(name, out int index) && index < parameters.Length ? OfName(parameters[index]) : OfName(name);

    /// <summary>An item of <c>args</c>; one that isn't known before the run may be any.</summary>
    private int OfArgument(string key)
    {
        if (!int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int index))
            return parameters.Any(names.IsSecret) ? FlowGraph.Secret : FlowGraph.Clean;
        index += index < 0 ? parameters.Length : 0;
        return index >= 0 && index < parameters.Length ? OfName(parameters[index]) : FlowGraph.Clean;
    }

    private static string? KeyOf(in Constant constant) =>
        constant.Kind == ConstantKind.Int ? constant.Bits.ToString(CultureInfo.InvariantCulture) : constant.Text;

    private int OfName(string name) => names.IsSecret(name) ? FlowGraph.Secret : FlowGraph.Clean;

    private int OfStored(string name)
    {
        if (!_store.TryGetValue(name, out int node))
            _store.Add(name, node = graph.Add());
        return node;
    }

    private string NameOf(Instruction instruction) => constants[instruction.Constant].Text ?? "";

    private void Push(int node, string? text = null) => _stack = new FlowStack(node, text, false, _stack);

    private FlowStack? Pop()
    {
        FlowStack? top = _stack;
        _stack = top?.Below;
        return top;
    }

    private void PopMany(int count)
    {
        for (int i = 0; i < count; i++)
            Pop();
    }
}
