using System.Runtime.InteropServices;

namespace HogTrace.Bytecode;

/// <summary>Walks decoded code once, in order, and proves what holds of the stack on every path.</summary>
/// <remarks>
/// Code where no path arrives is accepted: it has been decoded and never runs. A jump may land on the end of the
/// code, which ends the run of that block like falling off it does; the final depth is checked there alike.
/// </remarks>
internal sealed class FlowVerifier(CodeScope scope, DecodedCode code)
{
    private readonly AbstractStack _stack = new();
    private readonly Arrival[] _arrivals = new Arrival[code.Instructions.Length + 1];
    private readonly short[] _depths = new short[code.Instructions.Length];
    private readonly bool[] _named = new bool[code.Instructions.Length];

    // Whether execution falls through to the instruction at hand, and the longest path there.
    private bool _falls = true;
    private int _cost;

    public Rejection? Run(out VerifiedCode? verified)
    {
        verified = null;
        for (int i = 0; i < code.Instructions.Length; i++)
        {
            Instruction instruction = code.Instructions[i];
            if (!TryArrive(i))
                return scope.Reject(RejectionCode.StackMismatch, instruction.Offset, $"Paths meet with different stacks.");
            _depths[i] = (short)(_falls ? _stack.Depth : -1);
            if (_falls && Step(i, instruction) is { } rejection)
                return rejection;
        }

        if (!TryArrive(code.Instructions.Length))
            return scope.Reject(RejectionCode.StackMismatch, scope.Code.Length, $"Paths meet with different stacks.");
        if (CheckEnd() is { } unfinished)
            return unfinished;
        verified = new VerifiedCode(
            code.Instructions,
            code.JumpTargets,
            ImmutableCollectionsMarshal.AsImmutableArray(_depths),
            ImmutableCollectionsMarshal.AsImmutableArray(_named),
            _stack.MaxDepth,
            _cost);
        return null;
    }

    private bool TryArrive(int index)
    {
        Arrival arrival = _arrivals[index];
        if (!arrival.Exists)
            return true;
        int topProxy = arrival.TopProxy;
        if (_falls)
        {
            if (_stack.Depth != arrival.Depth)
                return false;
            topProxy = Math.Max(topProxy, _stack.TopProxy);
        }

        // A proxy below the touched slots is the same on all paths; the slot of the highest one tells.
        _cost = _falls ? Math.Max(_cost, arrival.Cost) : arrival.Cost;
        _falls = true;
        return _stack.TryMeet(index, arrival.Depth, arrival.EarliestJump, topProxy);
    }

    private Rejection? Step(int index, in Instruction instruction)
    {
        InstructionInfo info = InstructionSet.Get(instruction.Opcode);
        int pops = info.Effect.Pops(instruction.Count);
        if (pops > _stack.Depth)
            return scope.Reject(RejectionCode.StackUnderflow, instruction.Offset, $"{info.Name} takes {pops} values; {_stack.Depth} are there.");
        if ((CheckProxies(info, instruction, pops) ?? CheckNames(index, instruction)) is { } rejection)
            return rejection;

        _stack.Pop(index, pops);
        if (!TryPush(info, instruction))
            return scope.Reject(RejectionCode.StackOverflow, instruction.Offset, $"The stack is deeper than {Limits.StackDepth}.");
        _cost++;
        if (info.Flow != ControlFlow.Next && !TryJump(index))
            return scope.Reject(RejectionCode.StackMismatch, instruction.Offset, $"Paths meet with different stacks at the jump's target.");
        _falls = info.Flow != ControlFlow.Jump;
        return null;
    }

    private Rejection? CheckProxies(InstructionInfo info, in Instruction instruction, int pops)
    {
        int deepest = _stack.Depth - pops;
        bool takesProxy = info.Proxy is ProxyUse.Accepts or ProxyUse.Requires;
        if (_stack.HasProxyAbove(takesProxy ? deepest : deepest - 1))
            return scope.Reject(RejectionCode.ProxyAsValue, instruction.Offset, $"{info.Name} uses the request store as a value.");
        return info.Proxy == ProxyUse.Requires && !_stack.IsProxy(deepest)
            ? scope.Reject(RejectionCode.SetAttrOnValue, instruction.Offset, $"{info.Name} sets an attribute of something else than the request store.")
            : null;
    }

    private Rejection? CheckNames(int index, in Instruction instruction)
    {
        bool named = instruction.Opcode == Opcode.CallNamed;
        bool maybeNamed = instruction.Opcode == Opcode.CallFunc
            && scope.IsReferenceVersion
            && instruction.Count > 0
            && instruction.Count % 2 == 0
            && FunctionTable.Find(scope.Text(instruction))!.IsCapture;
        if (!named && !maybeNamed)
            return null;

        int slots = named ? instruction.Count * 2 : instruction.Count;
        string? duplicate = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int slot = _stack.Depth - slots; slot < _stack.Depth; slot += 2)
        {
            int constant = _stack.StringAt(slot);
            if (constant < 0)
                return named ? scope.Reject(RejectionCode.FieldNameNotConstant, instruction.Offset, $"The name of a field is not pushed by PushConst of a String.") : null;
            string name = scope.Program.Constants[constant].Text!;
            if (!names.Add(name))
                duplicate ??= name;
        }

        _named[index] = true;
        return duplicate is null
            ? null
            : scope.Reject(RejectionCode.DuplicateFieldName, instruction.Offset, $"Two fields have the name '{duplicate}'.");
    }

    private bool TryPush(InstructionInfo info, in Instruction instruction)
    {
        if (info.Proxy == ProxyUse.Pushes && ReservedNames.IsRequestStore(scope.Text(instruction)))
            return _stack.TryPushProxy();
        if (instruction.Opcode == Opcode.PushConst && scope.Program.Constants[instruction.Constant].Kind == ConstantKind.String)
            return _stack.TryPushString(instruction.Constant);
        for (int i = 0; i < info.Effect.Pushes; i++)
        {
            if (!_stack.TryPushValue())
                return false;
        }

        return true;
    }

    private bool TryJump(int index)
    {
        ref Arrival arrival = ref _arrivals[code.JumpTargets[index]];
        if (!arrival.Exists)
        {
            arrival = new Arrival { Exists = true, Depth = _stack.Depth, EarliestJump = index, TopProxy = _stack.TopProxy, Cost = _cost };
            return true;
        }

        arrival.TopProxy = Math.Max(arrival.TopProxy, _stack.TopProxy);
        arrival.Cost = Math.Max(arrival.Cost, _cost);
        return arrival.Depth == _stack.Depth;
    }

    private Rejection? CheckEnd()
    {
        int end = scope.Code.Length;
        if (_stack.TopProxy >= 0)
            return scope.Reject(RejectionCode.ProxyAsValue, end, $"The code leaves the request store as a value.");
        bool right = scope.Block == CodeBlock.Predicate
            ? _stack.Depth == 1
            : _stack.Depth == 0 || scope.IsReferenceVersion;
        int wanted = scope.Block == CodeBlock.Predicate ? 1 : 0;
        return right
            ? null
            : scope.Reject(RejectionCode.WrongFinalDepth, end, $"The code leaves {_stack.Depth} values; {wanted} are wanted.");
    }
}
