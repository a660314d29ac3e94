using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>Names: of the frame, of members, of the request store.</summary>
internal sealed partial class Translator
{
    public bool LoadVar(in Instruction instruction)
    {
        string name = NameOf(instruction);
        switch (name)
        {
            case ReservedNames.Req or ReservedNames.Request:
                Push(StackEntryKind.Store);
                break;
            case ReservedNames.Args:
                Push(StackEntryKind.Arguments);
                break;
            case ReservedNames.Self:
                PushInput(_shape.SelfSlot, _shape.SelfType);
                break;
            case ReservedNames.ReturnValue:
                PushInput(_shape.ReturnValueSlot, _shape.ReturnType);
                break;
            case ReservedNames.Exception:
                PushInput(_shape.ExceptionSlot, _shape.IsDynamic ? null : typeof(Exception));
                break;
            case ReservedNames.Duration:
                PushInput(_shape.DurationSlot, typeof(double));
                break;
            case ReservedNames.Kwargs:
                LoadMapping(OperationCode.LoadKwargs);
                break;
            case ReservedNames.Locals:
                LoadMapping(OperationCode.LoadLocals);
                break;
            case ReservedNames.Globals:
                LoadMapping(OperationCode.LoadGlobals);
                break;
            default:
                LoadArgumentOrName(name);
                break;
        }

        return true;
    }

    private void LoadMapping(OperationCode code)
    {
        UseArguments();
        Emit(new Operation(code, _instruction) { Destination = PushTemporary() });
    }

    private void LoadArgumentOrName(string name)
    {
        bool isArgument = ReservedNames.TryGetArgument(name, out int index);
        if (!isArgument)
            index = _shape.IsDynamic ? -1 : _shape.IndexOfParameter(name);
        if (index >= 0 && index < _shape.ArgumentCount)
        {
            PushInput(_shape.SlotOfParameter(index), _shape.Parameters[index].Type);
            return;
        }

        if (_shape.IsDynamic && !isArgument)
        {
            Emit(new Operation(OperationCode.LoadName, _instruction) { Destination = PushTemporary(), Name = name });
            return;
        }

        string message = isArgument
            ? $"there is no {name}: {_shape.DescribeArguments()}"
            : $"unknown name '{name}': {_shape.DescribeParameters(name)}";
        Fail(FaultKind.UnknownName, message);
    }

    private void Fail(FaultKind kind, string message)
    {
        Report(kind, message);
        Emit(new Operation(OperationCode.Fail, _instruction) { Destination = PushTemporary(), Fault = kind, Name = message });
    }

    public bool GetAttr(in Instruction instruction)
    {
        string name = NameOf(instruction);
        var target = Pop();
        if (target.Kind == StackEntryKind.Store)
        {
            Emit(new Operation(OperationCode.GetStore, _instruction) { Destination = PushTemporary(), Name = name });
            return true;
        }

        var a = Register(target);
        var member = MemberOf(target.Type, name);
        var type = member?.MemberType == typeof(object) ? null : member?.MemberType;
        Emit(new Operation(OperationCode.GetAttr, _instruction)
        {
            Destination = PushTemporary(type),
            A = a,
            Name = name,
            Member = target.Type is { IsSealed: true, IsValueType: false } && member is { CallsHost: false } ? member : null,
        });
        return true;
    }

    /// <summary>
    /// The member of a static type, null when it can't be known; reports what is wrong already. A type that others
    /// derive from may lack a member that an instance has.
    /// </summary>
    private MemberLookup? MemberOf(Type? type, string name)
    {
        if (type is null || type.IsInterface || type == typeof(object))
            return null;

        var lookup = _context.Members.Resolve(type, name);
        if (lookup.Fault == FaultKind.None)
        {
            _context.Members.Prepare(type, name);
            return lookup;
        }

        bool isCertain = lookup.Fault != FaultKind.MissingAttribute
            || (type.IsSealed && !typeof(System.Collections.IEnumerable).IsAssignableFrom(type));
        if (isCertain)
            Report(lookup.Fault, lookup.Message!);
        return null;
    }

    public bool SetAttr(in Instruction instruction)
    {
        var a = RegisterAt(Pop(), _stack.Count);
        Pop();
        Emit(new Operation(OperationCode.SetStore, _instruction) { A = a, Name = NameOf(instruction) });
        return true;
    }
}
