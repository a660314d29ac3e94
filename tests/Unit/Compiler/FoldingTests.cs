using HogTrace.Parser.Diagnostics;

namespace HogTrace.Tests.Unit.Compiler;

/// <summary>What constant folding makes of expressions, and what it leaves alone.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("7 / 2", "3")]
    [InlineData("-7 / 2", "-3")]
    [InlineData("-7 % 3", "-1")]
    [InlineData("7 % -3", "1")]
    [InlineData("7 / 2.0", "3.5")]
    [InlineData("-7.5 % 2", "-1.5")]
    [InlineData("1 + 0.5", "1.5")]
    [InlineData("'a' + \"b\" + 'c'", "\"abc\"")]
    [InlineData("len('abc' + 'd')", "4")]
    [InlineData("-(2 + 3)", "-5")]
    [InlineData("-9223372036854775808", "-9223372036854775808")]
    [InlineData("9223372036854775807 - 1", "9223372036854775806")]
    [InlineData("!0", "True")]
    [InlineData("!'x'", "False")]
    [InlineData("!None", "True")]
    [InlineData("1 == 1.0", "True")]
    [InlineData("9007199254740993 == 9007199254740992.0", "False")]
    [InlineData("9007199254740993 > 9007199254740992.0", "True")]
    [InlineData("9223372036854775807 < 9223372036854775808.0", "True")]
    [InlineData("1 == '1'", "False")]
    [InlineData("1 != True", "True")]
    [InlineData("None == None", "True")]
    [InlineData("'a' < 'b'", "True")]
    [InlineData("'\\uFF01' < '\\uD83D\\uDE00'", "True")]
    [InlineData("'ab' <= 'a'", "False")]
    [InlineData("-3 < -2.5", "True")]
    [InlineData("1 && 'x'", "True")]
    [InlineData("'' || 0.0", "False")]
    [InlineData("False && arg0", "False")]
    [InlineData("True || arg0", "True")]
    [InlineData("False && 1 / 0", "False")]
    [InlineData("1 > 2 ? arg0 : 5", "5")]
    public void Folds(string expression, string constant) =>
        Assert.Equal([$"PushConst {constant}"], Compiled.Value(expression));

    [Fact]
    public void Folds_what_is_not_a_number_as_it_computes()
    {
        Assert.Equal(["PushConst False"], Compiled.Value("1e308 * 10 - 1e308 * 10 == 0.0"));
        Assert.Equal(["PushConst True"], Compiled.Value("1e308 * 10 - 1e308 * 10 != 1e308 * 10 - 1e308 * 10"));
    }

    [Theory]
    [InlineData("1 / 0", "PushConst 1,PushConst 0,Div")]
    [InlineData("1.5 % 0", "PushConst 1.5,PushConst 0,Mod")]
    [InlineData("9223372036854775807 + 1", "PushConst 9223372036854775807,PushConst 1,Add")]
    [InlineData("--9223372036854775808", "PushConst -9223372036854775808,Neg")]
    [InlineData("-9223372036854775808 / -1", "PushConst -9223372036854775808,PushConst -1,Div")]
    [InlineData("True + 1", "PushConst True,PushConst 1,Add")]
    [InlineData("'a' - 1", "PushConst \"a\",PushConst 1,Sub")]
    [InlineData("'a' < 1", "PushConst \"a\",PushConst 1,Lt")]
    [InlineData("-'a'", "PushConst \"a\",Neg")]
    [InlineData("len(5)", "PushConst 5,CallFunc len 1")]
    [InlineData("5.x", "PushConst 5,GetAttr x")]
    public void Leaves_what_faults_and_warns(string expression, string code)
    {
        Assert.Equal(code.Split(','), Compiled.Value(expression));
        Assert.Equal([DiagnosticCodes.AlwaysFaults], Compiled.Codes($"fn:a.b:exit {{ capture({expression}); }}"));
    }

    [Theory]
    [InlineData("arg0 + 1 + 2", "LoadVar arg0,PushConst 1,Add,PushConst 2,Add")]
    [InlineData("1 + 2 + arg0", "PushConst 3,LoadVar arg0,Add")]
    [InlineData("lower('A')", "PushConst \"A\",CallFunc lower 1")]
    [InlineData("True && arg0", "LoadVar arg0,Truth")]
    [InlineData("True && arg0 > 1", "LoadVar arg0,PushConst 1,Gt")]
    [InlineData("arg0 && True", "LoadVar arg0,Truth")]
    [InlineData("arg0 || False || arg1", "LoadVar arg0,JumpIfTrue +7,LoadVar arg1,Truth,Jump +3,PushConst True")]
    public void Keeps_what_runs(string expression, string code) =>
        Assert.Equal(code.Split(','), Compiled.Value(expression));

    [Fact]
    public void An_operand_before_a_deciding_one_still_runs() =>
        Assert.Contains("LoadVar arg0", Compiled.Value("arg0 && False"));

    [Fact]
    public void Version_1_folds_no_operand_that_the_reference_would_run() =>
        Assert.Equal(
            ["PushConst False", "LoadVar arg0", "And"],
            Compiled.Value("True && 0 && arg0", new() { BytecodeVersion = 1 }));

    [Fact]
    public void A_long_chain_of_strings_folds_to_one() =>
        Assert.Equal(
            [$"PushConst \"{new string('a', 30_000)}\""],
            Compiled.Value(string.Join(" + ", Enumerable.Repeat("'a'", 30_000))));
}
