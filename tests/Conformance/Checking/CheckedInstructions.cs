using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Checking;

/// <summary>What each instruction does to the stack.</summary>
internal static class CheckedInstructions
{
    public static FaultKind Run(CheckedCode code, int at, ref RunContext run, out int next)
    {
        Instruction instruction = code.Verified.Instructions[at];
        CheckedStack stack = code.Stack;
        next = at + 1;
        switch (instruction.Opcode)
        {
            case Opcode.PushConst:
                stack.Push(code.ConstantOf(instruction));
                return FaultKind.None;
            case Opcode.Pop:
                stack.Pop();
                return FaultKind.None;
            case Opcode.Dup:
                Value top = stack.Pop();
                stack.Push(top);
                stack.Push(top);
                return FaultKind.None;
            case Opcode.Jump:
                next = code.Verified.JumpTargets[at];
                return FaultKind.None;
            case Opcode.JumpIfFalse:
                next = stack.Pop().IsTrue ? next : code.Verified.JumpTargets[at];
                return FaultKind.None;
            case Opcode.JumpIfTrue:
                next = stack.Pop().IsTrue ? code.Verified.JumpTargets[at] : next;
                return FaultKind.None;
            case Opcode.LoadVar:
                return CheckedNames.Load(code, code.NameOf(instruction), ref run);
            case Opcode.GetAttr:
                return GetAttr(stack, code.NameOf(instruction), ref run);
            case Opcode.SetAttr:
                Value stored = stack.Pop();
                Assert.True(stack.TryPopStore(), "only the request store has names to set");
                return run.SetStore(code.NameOf(instruction), stored);
            case Opcode.CallFunc or Opcode.CallNamed:
                return Call(code, at, ref run);
            case Opcode.GetSlice:
                return GetSlice(stack, instruction.Count, ref run);
            case Opcode.Neg or Opcode.Not or Opcode.Truth:
                return Unary(instruction.Opcode, stack, ref run);
            default:
                return Binary(instruction.Opcode, stack, ref run);
        }
    }

    private static FaultKind Unary(Opcode opcode, CheckedStack stack, ref RunContext run)
    {
        Value operand = stack.Pop();
        Value result = Value.None;
        FaultKind fault = FaultKind.None;
        if (opcode == Opcode.Neg)
            fault = Operators.Neg(operand, ref run, out result);
        else
            result = Value.FromBool(operand.IsTrue == (opcode == Opcode.Truth));
        stack.Push(result);
        return fault;
    }

    private static FaultKind Binary(Opcode opcode, CheckedStack stack, ref RunContext run)
    {
        Value right = stack.Pop();
        Value left = stack.Pop();
        Value result = Value.None;
        bool test = false;
        FaultKind fault = opcode switch
        {
            Opcode.Add => Operators.Add(left, right, ref run, out result),
            Opcode.Sub => Operators.Sub(left, right, ref run, out result),
            Opcode.Mul => Operators.Mul(left, right, ref run, out result),
            Opcode.Div => Operators.Div(left, right, ref run, out result),
            Opcode.Mod => Operators.Mod(left, right, ref run, out result),
            Opcode.Eq => Operators.Eq(left, right, ref run, out test),
            Opcode.Ne => Operators.Ne(left, right, ref run, out test),
            Opcode.Lt => Operators.Lt(left, right, ref run, out test),
            Opcode.Gt => Operators.Gt(left, right, ref run, out test),
            Opcode.Le => Operators.Le(left, right, ref run, out test),
            Opcode.Ge => Operators.Ge(left, right, ref run, out test),
            Opcode.GetItem => Items.Get(left, right, ref run, out result),
            _ => FaultKind.None,
        };
        test = opcode switch
        {
            Opcode.And => left.IsTrue && right.IsTrue,
            Opcode.Or => left.IsTrue || right.IsTrue,
            _ => test,
        };
        bool isTest = opcode is >= Opcode.Eq and <= Opcode.Ge or Opcode.And or Opcode.Or;
        Assert.True(isTest || opcode is >= Opcode.Add and <= Opcode.Mod or Opcode.GetItem, $"{opcode} is known");
        stack.Push(isTest ? Value.FromBool(test) : result);
        return fault;
    }

    private static FaultKind GetAttr(CheckedStack stack, string name, ref RunContext run)
    {
        FaultKind fault = stack.TryPopStore()
            ? run.GetStore(name, out Value result)
            : Attributes.Get(stack.Pop(), name, ref run, out result);
        stack.Push(result);
        return fault;
    }

    private static FaultKind GetSlice(CheckedStack stack, int parts, ref RunContext run)
    {
        Value step = (parts & 4) != 0 ? stack.Pop() : Value.None;
        Value stop = (parts & 2) != 0 ? stack.Pop() : Value.None;
        Value start = (parts & 1) != 0 ? stack.Pop() : Value.None;
        FaultKind fault = Items.Slice(stack.Pop(), start, stop, step, parts, ref run, out Value result);
        stack.Push(result);
        return fault;
    }

    private static FaultKind Call(CheckedCode code, int at, ref RunContext run)
    {
        Instruction instruction = code.Verified.Instructions[at];
        Function function = FunctionTable.Find(code.NameOf(instruction))!.Function;
        bool isNamed = instruction.Opcode == Opcode.CallNamed || code.Verified.NamedCaptures[at];
        Value[] arguments = code.Stack.Pop(instruction.Opcode == Opcode.CallNamed ? 2 * instruction.Count : instruction.Count);
        if (function is not (Function.Capture or Function.Send))
        {
            FaultKind fault = Builtins.Call(function, arguments, ref run, out Value result);
            code.Stack.Push(result);
            return fault;
        }

        ImmutableArray<string> names = isNamed
            ? [.. arguments.Where((_, i) => i % 2 == 0).Select(name => name.StringOrNull!)]
            : [.. arguments.Select((_, i) => $"arg{i}")];
        Value[] values = isNamed ? [.. arguments.Where((_, i) => i % 2 == 1)] : arguments;
        var site = new CaptureSite(names, code.Context.FlowIn(code.Shape).Fields(code.Verified, at), code.Context.SecretNames);
        code.Stack.Push(Value.None);
        return CaptureRecorder.Record(site, values, ref run);
    }
}
