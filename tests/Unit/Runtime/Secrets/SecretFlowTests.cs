using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime.Secrets;

public sealed class SecretFlowTests
{
    private readonly List<Constant> _constants = [];
    private readonly List<byte> _code = [];
    private uint _version = 2;

    private SecretFlowTests Op(Opcode opcode, params byte[] operands)
    {
        _code.Add((byte)opcode);
        _code.AddRange(operands);
        return this;
    }

    private SecretFlowTests With(Opcode opcode, Constant constant, params byte[] more)
    {
        if (!_constants.Contains(constant))
            _constants.Add(constant);
        int index = _constants.IndexOf(constant);
        return Op(opcode, [(byte)index, (byte)(index >> 8), .. more]);
    }

    private SecretFlowTests Var(string name) => With(Opcode.LoadVar, Constant.Identifier(name));

    private SecretFlowTests Text(string text) => With(Opcode.PushConst, Constant.String(text));

    private SecretFlowTests Attr(string name) => With(Opcode.GetAttr, Constant.FieldName(name));

    private SecretFlowTests Store(string name) => With(Opcode.SetAttr, Constant.FieldName(name));

    private SecretFlowTests Call(string name, byte count) => With(Opcode.CallFunc, Constant.FunctionName(name), count);

    private SecretFlowTests Capture(byte count = 1) => Call("capture", count).Op(Opcode.Pop);

    private ImmutableArray<byte> TakeCode()
    {
        ImmutableArray<byte> code = [.. _code];
        _code.Clear();
        return code;
    }

    private VerifiedProgram Verify(params ImmutableArray<byte>[] bodies)
    {
        VerificationResult result = Verifier.Verify(new Program
        {
            Version = _version,
            Constants = [.. _constants],
            Probes = [.. bodies.Select((body, i) => new Probe { Id = $"p{i}", Specifier = "A.B", Point = ProbePoint.Entry, Body = body })],
        });
        Assert.True(result.IsAccepted, result.Rejection?.ToString());
        return result.Program;
    }

    /// <summary>Which fields of the last capture of the last probe are secret; empty when none is.</summary>
    private bool[] Last(params ImmutableArray<byte>[] before)
    {
        VerifiedProgram program = Verify([.. before, TakeCode()]);
        SecretFlow flow = SecretFlow.Analyze(program, SecretNames.Default);
        VerifiedCode body = program.Probes[^1].Body;
        int call = body.Instructions.Length - 1;
        while (body.Instructions[call].Opcode is not (Opcode.CallFunc or Opcode.CallNamed))
            call--;
        return flow.Fields(body, call).ToArray();
    }

    private bool IsSecret(params ImmutableArray<byte>[] before) => Last(before) is [true];

    [Fact]
    public void Names_members_and_constant_keys_are_secret()
    {
        Assert.True(Var("password").Capture().IsSecret());
        Assert.True(Var("arg0").Attr("Api_Key").Capture().IsSecret());
        Assert.True(Var("kwargs").Text("token").Op(Opcode.GetItem).Capture().IsSecret());
        Assert.True(Var("$req").Attr("token").Capture().IsSecret());
        Assert.False(Var("arg0").Attr("Name").Capture().IsSecret());
    }

    [Fact]
    public void Members_items_texts_and_sums_of_a_secret_are()
    {
        Assert.True(Var("secret").Attr("Name").Capture().IsSecret());
        Assert.True(Text("key: ").Var("secret").Op(Opcode.Add).Capture().IsSecret());
        Assert.True(Var("secret").Call("str", 1).Call("upper", 1).Capture().IsSecret());
        Assert.True(Var("secret").Var("arg0").Op(Opcode.GetItem).Capture().IsSecret());
        Assert.True(Var("secret").Var("arg0").Op(Opcode.GetSlice, 1).Capture().IsSecret());
    }

    [Fact]
    public void Comparisons_lengths_and_arithmetic_are_not()
    {
        Assert.False(Var("secret").Text("x").Op(Opcode.Eq).Capture().IsSecret());
        Assert.False(Var("secret").Call("len", 1).Capture().IsSecret());
        Assert.False(Var("secret").Var("arg0").Op(Opcode.Mul).Capture().IsSecret());
        Assert.False(Var("arg0").Var("secret").Op(Opcode.GetItem).Capture().IsSecret());
    }

    [Fact]
    public void Either_side_of_a_condition_counts()
    {
        // arg0 ? secret : arg1, then with the sides exchanged; LoadVar and Jump take three bytes each.
        Assert.True(Var("arg0").Op(Opcode.JumpIfFalse, 6, 0).Var("secret").Op(Opcode.Jump, 3, 0).Var("arg1").Capture().IsSecret());
        Assert.True(Var("arg0").Op(Opcode.JumpIfFalse, 6, 0).Var("arg1").Op(Opcode.Jump, 3, 0).Var("secret").Capture().IsSecret());
        Assert.False(Var("arg0").Op(Opcode.JumpIfFalse, 6, 0).Var("arg1").Op(Opcode.Jump, 3, 0).Var("arg2").Capture().IsSecret());

        // The condition itself is not the value.
        Assert.False(Var("secret").Op(Opcode.JumpIfFalse, 6, 0).Var("arg1").Op(Opcode.Jump, 3, 0).Var("arg2").Capture().IsSecret());
    }

    [Fact]
    public void The_store_carries_secrets_across_probes_in_any_order()
    {
        ImmutableArray<byte> second = Var("$req").Var("$req").Attr("a").Store("b").TakeCode();
        ImmutableArray<byte> first = Var("$req").Var("arg0").Attr("password").Store("a").TakeCode();
        Assert.True(Var("$req").Attr("b").Capture().IsSecret(second, first));
        Assert.False(Var("$req").Attr("c").Capture().IsSecret(second, first));
    }

    [Fact]
    public void Of_a_named_capture_the_values_count()
    {
        Text("x").Var("arg0").Op(Opcode.JumpIfFalse, 6, 0).Var("arg1").Op(Opcode.Jump, 3, 0).Var("arg2");
        bool[] fields = Text("y").Var("secret")
            .With(Opcode.CallNamed, Constant.FunctionName("capture"), 2).Op(Opcode.Pop).Last();
        Assert.Equal([false, true], fields);
    }

    [Fact]
    public void Version_1_pairs_names_with_values()
    {
        _version = 1;
        Assert.Equal([true], Text("x").Var("secret").Capture(2).Last());
        Assert.Empty(Text("x").Var("arg0").Capture(2).Last());
    }

    [Fact]
    public void Of_a_positional_capture_every_argument_counts() =>
        Assert.Equal([false, true, false], Var("arg0").Var("secret").Var("arg1").Capture(3).Last());
}
