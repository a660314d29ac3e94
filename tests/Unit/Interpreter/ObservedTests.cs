using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Interpreter;

/// <summary>What the interpreter has met can be asked for, operation by operation.</summary>
public sealed class ObservedTests
{
    [Fact]
    public void Operands_are_known_by_kind()
    {
        Assert.Equal(Observed.Nothing, After("a + 1 > 0", OperationCode.Add));
        Assert.Equal(Observed.Ints, After("a + 1 > 0", OperationCode.Add, 5L));
        Assert.Equal(Observed.Ints, After("a + 1 > 0", OperationCode.Gt, 5L));
        Assert.Equal(Observed.Ints, After("(a / b) > 0", OperationCode.Div, 5L));
        Assert.Equal(Observed.Other, After("a + 1 > 0", OperationCode.Add, 1.5));
        Assert.Equal(Observed.Ints | Observed.Other, After("a + 1 > 0", OperationCode.Add, 5L, 1.5));
        Assert.Equal(Observed.StringWithConstant, After("a == 'x'", OperationCode.Eq, "y"));
        Assert.Equal(Observed.StringWithConstant | Observed.Other, After("a == 'x'", OperationCode.Eq, "y", DayOfWeek.Friday));
        Assert.Equal(Observed.Other, After("a == b", OperationCode.Eq, "y"));
    }

    [Fact]
    public void A_run_of_quick_steps_forgets_nothing()
    {
        var code = TestCode.Of("(a * 3 + b * 5 - 1) % 7 == 2");
        for (int i = 0; i < 100; i++)
        {
            code.Run(1_000, (long)i, 3L);
            code.TryQuick((long)i, 3L);
        }

        var operations = code.Code.Source.Operations;
        for (int i = 0; i < operations.Length; i++)
            Assert.Equal(operations[i].Code == OperationCode.Return ? Observed.Nothing : Observed.Ints, code.Code.ObservedAt(i));
    }

    [Fact]
    public void Types_are_known_of_attributes()
    {
        var code = TestCode.Of("a.length > 0");
        int at = Enumerable.Range(0, code.Code.Source.Operations.Length)
            .First(i => code.Code.Source.Operations[i].Code == OperationCode.GetAttr);
        Assert.Empty(code.Code.TypesAt(at));
        code.Run(1_000, new Wide { Length = 1 });
        code.Run(1_000, new Narrow { Length = 1 });
        code.Run(1_000, new Narrow { Length = 1 });
        Assert.Equal([typeof(Narrow), typeof(Wide)], code.Code.TypesAt(at));
    }

    private static Observed After(string expression, OperationCode operation, params object[] values)
    {
        var code = TestCode.Of(expression);
        foreach (object value in values)
            code.Run(1_000, value, 2L);
        var operations = code.Code.Source.Operations;
        return code.Code.ObservedAt(Enumerable.Range(0, operations.Length).First(i => operations[i].Code == operation));
    }

    private sealed class Wide
    {
        public long Length { get; init; }
    }

    private sealed class Narrow
    {
        public int Length { get; init; }
    }
}
