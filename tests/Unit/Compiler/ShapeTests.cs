using HogTrace.Bytecode;

namespace HogTrace.Tests.Unit.Compiler;

/// <summary>The code of conditions, captures and the rest of version 2.</summary>
public sealed class ShapeTests
{
    [Theory]
    [InlineData("arg0 && arg1", "LoadVar arg0,JumpIfFalse +7,LoadVar arg1,Truth,Jump +3,PushConst False")]
    [InlineData("arg0 || arg1", "LoadVar arg0,JumpIfTrue +7,LoadVar arg1,Truth,Jump +3,PushConst True")]
    [InlineData("!(arg0 || arg1)", "LoadVar arg0,JumpIfTrue +7,LoadVar arg1,Not,Jump +3,PushConst False")]
    [InlineData("!arg0 && !arg1", "LoadVar arg0,JumpIfTrue +7,LoadVar arg1,Not,Jump +3,PushConst False")]
    [InlineData(
        "(arg0 || arg1) && arg2",
        "LoadVar arg0,JumpIfTrue +6,LoadVar arg1,JumpIfFalse +7,LoadVar arg2,Truth,Jump +3,PushConst False")]
    [InlineData(
        "arg0 && arg1 ? 1 : 2",
        "LoadVar arg0,JumpIfFalse +12,LoadVar arg1,JumpIfFalse +6,PushConst 1,Jump +3,PushConst 2")]
    [InlineData(
        "!(arg0 && arg1) ? 1 : 2",
        "LoadVar arg0,JumpIfFalse +6,LoadVar arg1,JumpIfTrue +6,PushConst 1,Jump +3,PushConst 2")]
    [InlineData("!arg0", "LoadVar arg0,Not")]
    [InlineData("-arg0", "LoadVar arg0,Neg")]
    [InlineData("(arg0)", "LoadVar arg0")]
    [InlineData("arg0[1:]", "LoadVar arg0,PushConst 1,GetSlice 1")]
    [InlineData("arg0[:2]", "LoadVar arg0,PushConst 2,GetSlice 2")]
    [InlineData("arg0[::-1]", "LoadVar arg0,PushConst -1,GetSlice 4")]
    [InlineData("arg0[1:2:3]", "LoadVar arg0,PushConst 1,PushConst 2,PushConst 3,GetSlice 7")]
    [InlineData("arg0.a[1].b", "LoadVar arg0,GetAttr a,PushConst 1,GetItem,GetAttr b")]
    [InlineData("$request.a.b", "LoadVar $request,GetAttr a,GetAttr b")]
    [InlineData("min(1, arg0)", "PushConst 1,LoadVar arg0,CallFunc min 2")]
    public void Value(string expression, string code) =>
        Assert.Equal(code.Split(','), Compiled.Value(expression, Compiled.Plain));

    [Fact]
    public void A_conditional_as_a_condition_jumps_on()
    {
        string[] code = Compiled.Value("(arg0 ? arg1 : arg2) && arg3", Compiled.Plain);

        Assert.Equal(
            [
                "LoadVar arg0", "JumpIfFalse +9", "LoadVar arg1", "JumpIfFalse +16", "Jump +6",
                "LoadVar arg2", "JumpIfFalse +7", "LoadVar arg3", "Truth", "Jump +3", "PushConst False",
            ],
            code);
    }

    [Theory]
    [InlineData("capture();", "CallNamed capture 0,Pop")]
    [InlineData("send(a=1, b=arg0);", "PushConst \"a\",PushConst 1,PushConst \"b\",LoadVar arg0,CallNamed send 2,Pop")]
    [InlineData("capture(arg0);", "PushConst \"arg0\",LoadVar arg0,CallNamed capture 1,Pop")]
    [InlineData("$request.x = 1;", "LoadVar $request,PushConst 1,SetAttr x")]
    public void Statement(string statement, string code) =>
        Assert.Equal(code.Split(','), Compiled.Body(statement));

    [Theory]
    [InlineData("arg0", "arg0")]
    [InlineData("( arg0 )", "arg0")]
    [InlineData("$req . user_id", "user_id")]
    [InlineData("$req.user.id", "user.id")]
    [InlineData("arg0 . user /* who */ . email", "arg0.user.email")]
    [InlineData("args[ 0 ].x", "args[0].x")]
    [InlineData("args[-1]", "args[-1]")]
    [InlineData("kwargs['a \"b\"']", "kwargs[\"a \\\"b\\\"\"]")]
    [InlineData("args[arg0]", "value0")]
    [InlineData("args[1:2]", "value0")]
    [InlineData("len(args)", "value0")]
    [InlineData("'x'", "value0")]
    public void Positional_capture_is_named_after_its_source(string expression, string name) =>
        Assert.Equal($"PushConst \"{name}\"", Compiled.Body($"capture({expression});")[0]);

    [Fact]
    public void Positional_names_are_made_unique()
    {
        string[] code = Compiled.Body("capture(arg0, arg0, value3, 1 + 1, arg0, arg0_2);", Compiled.Plain);

        string[] names = [.. code.Where(line => line.StartsWith("PushConst \"", StringComparison.Ordinal))];
        Assert.Equal(
            [
                "PushConst \"arg0\"", "PushConst \"arg0_2\"", "PushConst \"value3\"", "PushConst \"value3_2\"",
                "PushConst \"arg0_3\"", "PushConst \"arg0_2_2\"",
            ],
            names);
    }

    [Fact]
    public void A_probe_carries_its_rate_offset_and_source()
    {
        const string source = "fn:a.b*.**:exit+3 / arg0 == 1 / { sample 10%; capture(arg1.x); }";
        Program program = Compiled.Program(source, new() { SourceName = "shop.hog" });
        Probe probe = program.Probes[0];

        Assert.Equal(("a.b*.**", ProbePoint.Exit, 3u, 0.1), (probe.Specifier, probe.Point, probe.Offset!.Value, probe.Sampling!.Value));
        Assert.Equal(("shop.hog", source), (program.SourceName, program.SourceText));
        Assert.Equal(
            ["arg0", "1", "==", "arg1.x", "arg1", "x", "capture", "capture(arg1.x);"],
            probe.Positions.Select(position => source.Substring(position.SourceOffset, position.Length)));
        Assert.Equal([0, 3, 6, 7, 10, 13, 16, 20], probe.Positions.Select(position => position.CodeOffset));
    }

    [Fact]
    public void The_pool_holds_each_constant_once_in_order_of_use() =>
        Assert.Equal(
            [
                Constant.Identifier("$req"), Constant.Int(1), Constant.Float(1), Constant.FieldName("x"),
                Constant.String("x"), Constant.FunctionName("capture"), Constant.Identifier("x"),
            ],
            Compiled.Program(
                "fn:a.b:entry { $req.x = 1 + 1.0; capture(x=1); } fn:a.c:entry { $req.x = x; }", Compiled.Plain).Constants.AsEnumerable());
}
