using System.Reflection;
using System.Reflection.Emit;
using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Bodies;
using HogTrace.IlRewriting.Plans;
using HogTrace.IlRewriting.Signatures;
using HogTrace.Tests.Rewriting.Metadata;
using MethodBody = HogTrace.IlRewriting.Bodies.MethodBody;

namespace HogTrace.Tests.Rewriting.Running;

/// <summary>A method's rewritten body as a method of its own, which takes the receiver as its first argument.</summary>
internal sealed class RewrittenMethod
{
    private readonly AddedTokens _tokens;
    private readonly RuntimeTypes _types;
    private readonly DynamicMethod _dynamic;
    private readonly DynamicILInfo _code;

    private RewrittenMethod(MethodBase method, AddedTokens tokens)
    {
        _tokens = tokens;
        _types = new RuntimeTypes(method, tokens);
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType);
        if (!method.IsStatic)
            parameters = parameters.Prepend(method.DeclaringType!.IsValueType ? method.DeclaringType.MakeByRefType() : method.DeclaringType);
        var returned = (method as MethodInfo)?.ReturnType ?? typeof(void);
        _dynamic = new DynamicMethod(method.Name, returned, [.. parameters], method.Module, skipVisibility: true);
        _code = _dynamic.GetDynamicILInfo();
    }

    public static DynamicMethod Make(TestedAssembly assembly, MethodBase method, ProbePlan plan)
    {
        var tested = assembly.Methods().Single(one => one.Token == method.MetadataToken);
        var tokens = new AddedTokens(assembly.View);
        var result = BodyRewriter.Rewrite(tested.Description, tested.Body, plan, tokens);
        Assert.Equal(DeclineReason.None, result.Reason);
        var made = new RewrittenMethod(method, tokens);
        made.SetBody(BodyReader.TryRead(result.Body, out _)!);
        return made._dynamic;
    }

    private void SetBody(MethodBody body)
    {
        foreach (var instruction in body.Instructions)
        {
            if (instruction.Facts.Operand == OperandKind.Token)
                instruction.Operand = Translate((int)instruction.Operand);
        }

        for (int i = 0; i < body.Clauses.Count; i++)
            body.Clauses[i] = Translate(body.Clauses[i]);
        SetLocals(body.LocalSignatureToken);
        byte[] bytes = BodyWriter.TryWrite(body)!;
        Assert.True(BodyHeader.TryRead(bytes, out var header));
        int end = header.Size + header.CodeSize;
        _code.SetCode(bytes[header.Size..end], header.MaxStack);
        if (header.HasSections)
            _code.SetExceptions(bytes[((end + 3) & ~3)..]);
    }

    private Clause Translate(Clause clause) => new()
    {
        Kind = clause.Kind,
        TryStart = clause.TryStart,
        TryEnd = clause.TryEnd,
        HandlerStart = clause.HandlerStart,
        HandlerEnd = clause.HandlerEnd,
        FilterStart = clause.FilterStart,
        TypeToken = clause.Kind == ClauseKind.Catch ? Translate(clause.TypeToken) : 0,
    };

    private void SetLocals(int token)
    {
        var helper = SignatureHelper.GetLocalVarSigHelper();
        if (token != 0)
        {
            foreach (var type in _types.DecodeLocals(_tokens.Member(token)!.Signature))
                helper.AddArgument(type);
        }

        _code.SetLocalSignature(helper.GetSignature());
    }

    private int Translate(int token)
    {
        if (token >>> 24 == 0x70)
            return _code.GetTokenFor(_dynamic.Module.ResolveString(token));
        return (_tokens.Find(token) is null ? _types.Member(token) : Added(token)) switch
        {
            Type type => _code.GetTokenFor(type.TypeHandle),
            FieldInfo { DeclaringType.IsGenericType: true } field => _code.GetTokenFor(field.FieldHandle, field.DeclaringType!.TypeHandle),
            FieldInfo field => _code.GetTokenFor(field.FieldHandle),
            MethodBase { DeclaringType.IsGenericType: true } method => _code.GetTokenFor(method.MethodHandle, method.DeclaringType!.TypeHandle),
            MethodBase method => _code.GetTokenFor(method.MethodHandle),
            _ => throw new NotSupportedException($"{token:X8}"),
        };
    }

    private MemberInfo Added(int token)
    {
        var row = _tokens.Find(token)!;
        if (token >>> 24 == 0x1B)
            return _types.Decode(row.Signature);
        if (token >>> 24 == 0x2B)
            return ((MethodInfo)Added(row.Parent)).MakeGenericMethod([.. _types.DecodeInstantiation(row.Signature)]);
        var parent = row.Parent >>> 24 == 0x1B ? (Type)Added(row.Parent) : RuntimeTypes.Bridge(_tokens.Find(row.Parent)!.Name);
        int parameters = MethodSignature.TryParse(row.Signature)!.Parameters.Length;
        return parent.GetMembers().OfType<MethodBase>().Single(method => method.Name == row.Name && method.GetParameters().Length == parameters);
    }
}
