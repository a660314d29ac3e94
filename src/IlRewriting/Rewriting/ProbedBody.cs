using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Plans;
using HogTrace.IlRewriting.Signatures;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>
/// Puts the calls of a plan into a body:
/// <code>
///       entry call; started = clock; copies of arguments
/// try { the body; each ret is: [result =] leave exit }
/// filter { exception = …; throw call; 0 } handler { leave exit }   // never taken: its first pass is what is wanted
/// exit: return call; [result] ret
/// </code>
/// </summary>
internal sealed class ProbedBody
{
    private readonly MethodBody _body;
    private readonly ProbePlan _plan;
    private readonly MethodShape _shape;
    private readonly BodyScan _scan;
    private readonly AddedLocals _locals;
    private readonly BridgeTokens _bridge;
    private readonly CodeEmitter _code = new();
    private readonly HookEmitter _hooks;

    public ProbedBody(MethodBody body, ProbePlan plan, MethodShape shape, BodyScan scan, LocalsSignature locals, ITokenSource tokens)
    {
        _body = body;
        _plan = plan;
        _shape = shape;
        _scan = scan;
        _locals = new AddedLocals(locals, shape);
        _bridge = new BridgeTokens(tokens);
        _hooks = new HookEmitter(_code, shape, _locals, _bridge);
    }

    /// <summary>Changes the body; false if it then has too many locals.</summary>
    public bool TryEmit(ITokenSource tokens)
    {
        EmitEntry();
        var first = _body.Instructions[0];
        if (_plan.Return is null && _plan.Throw is null)
        {
            _code.Code.AddRange(_body.Instructions);
        }
        else
        {
            var exit = new Instruction(Opcode.Nop);
            EmitBody(exit);
            int end = _code.Code.Count;
            if (_plan.Throw is { } call)
                EmitFilter(call, first, exit);
            if (_plan.Throw is not null || _scan.Returns)
                EmitExit(exit);
            if (_code.Code.Count > end)
                MoveEnds(_code.Code[end]);
        }

        _body.Instructions = _code.Code;
        _body.MaxStack = Math.Max(_body.MaxStack, _code.MaxStack);
        if (_locals.Count > LocalsSignature.MaximumLocals)
            return false;
        if (_locals.Any)
            _body.LocalSignatureToken = tokens.StandaloneSignature(_locals.Signature);
        return true;
    }

    private void EmitEntry()
    {
        if (_plan.Entry is { } call)
            _hooks.Call(call, Place.Entry);
        if (_plan.ReadsClock)
        {
            _code.Call(_bridge.Clock(), pops: 0, pushes: 1);
            _code.StoreLocal(_locals.Started);
        }

        AddCopies(_plan.Return);
        AddCopies(_plan.Throw);
        foreach (var (argument, local) in _locals.Copies)
        {
            _code.LoadArgument(argument);
            _code.StoreLocal(local);
        }
    }

    private void AddCopies(HookCall? call)
    {
        foreach (var input in call?.Inputs ?? [])
        {
            if (input.Kind is InputKind.Argument or InputKind.Self && _scan.MayChange(_shape.ArgumentIndex(input)))
                _locals.AddCopy(input);
        }
    }

    private void EmitBody(Instruction exit)
    {
        // Only leave gets out of a try; without one a branch does.
        var toExit = _plan.Throw is null ? Opcode.Br : Opcode.Leave;
        foreach (var instruction in _body.Instructions)
        {
            _code.Code.Add(instruction);
            if (instruction.Opcode == Opcode.Tail)
                instruction.Opcode = Opcode.Nop; // what it is a prefix of is no longer followed by ret
            if (instruction.Opcode != Opcode.Ret)
                continue;

            // Changed in place, since it may be a branch's target.
            if (_shape.Return.IsVoid)
            {
                instruction.Opcode = toExit;
                instruction.Target = exit;
                continue;
            }

            _code.Code.RemoveAt(_code.Code.Count - 1);
            _code.BeginWith(1);
            var store = _code.StoreLocal(_locals.Result);
            (instruction.Opcode, instruction.Operand) = (store.Opcode, store.Operand);
            _code.Code[^1] = instruction;
            _code.Branch(toExit, exit);
        }
    }

    private void EmitFilter(HookCall call, Instruction first, Instruction exit)
    {
        int start = _code.Code.Count;
        _code.BeginWith(1);
        if (call.Inputs.Any(input => input.Kind == InputKind.Exception))
            _code.StoreLocal(_locals.Exception);
        else
            _code.Emit(Opcode.Pop, pops: 1);
        _hooks.Call(call, Place.Throw);
        _code.Constant(0);
        _code.Emit(Opcode.Endfilter, pops: 1);
        _code.BeginWith(1);
        var handler = _code.Emit(Opcode.Pop, pops: 1);
        _code.Branch(Opcode.Leave, exit);

        var filter = _code.Code[start];
        _body.Clauses.Add(new Clause
        {
            Kind = ClauseKind.Filter,
            TryStart = first,
            TryEnd = filter,
            FilterStart = filter,
            HandlerStart = handler,
            HandlerEnd = exit,
        });
    }

    // Clauses that ended with the body do not hold what is put after it.
    private void MoveEnds(Instruction end)
    {
        foreach (var clause in _body.Clauses)
        {
            if (clause.TryEnd == _body.End)
                clause.TryEnd = end;
            if (clause.HandlerEnd == _body.End)
                clause.HandlerEnd = end;
        }
    }

    private void EmitExit(Instruction exit)
    {
        _code.Code.Add(exit);
        if (_plan.Return is { Form: HookForm.Async } async)
        {
            _hooks.CallAsync(async, _plan.ReadsClock);
        }
        else
        {
            if (_plan.Return is { } call)
                _hooks.Call(call, Place.Return);
            if (!_shape.Return.IsVoid)
                _code.LoadLocal(_locals.Result);
        }

        _code.Emit(Opcode.Ret, pops: _shape.Return.IsVoid ? 0 : 1);
    }
}
