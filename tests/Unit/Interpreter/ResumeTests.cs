using HogTrace.Interpreter;
using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Interpreter;

/// <summary>A run that something else has begun goes on, and ends, as if the interpreter had begun it.</summary>
public sealed class ResumeTests
{
    private static readonly object[][] s_arguments =
    [
        [5L, 7L, 9L],
        [long.MaxValue, 3L, 2L],
        [1.5, 2L, 3L],
        [1L, 1L, 0L],
        ["x", new string('y', 700), "z"],
    ];

    [Theory]
    [InlineData("(a * 3 + b) % 7 == 2")]
    [InlineData("a + b - c * 2 + 1 > a * b")]
    [InlineData("(a / c) + b == c")]
    [InlineData("a * 2 + b * 3 - c * 4 + 9")]
    [InlineData("a + b + c == a + b + c")]
    [InlineData("(a < b) == (b * 2 + 1 < c)")]
    public void Goes_on_at_every_operation(string expression)
    {
        foreach (bool isWarm in new[] { false, true })
        {
            var whole = TestCode.Of(expression);
            var rest = whole.Fresh();
            for (int i = 0; isWarm && i < 4; i++)
            {
                whole.Run(1_000, 5L, 7L, 9L);
                rest.Run(1_000, 5L, 7L, 9L);
            }

            foreach (object[] arguments in s_arguments)
            {
                for (int budget = 0; budget < 40; budget++)
                    CheckAtEveryOperation(whole.Run(budget, arguments), rest, budget, arguments);
            }
        }
    }

    [Fact]
    public void The_second_half_of_a_comparison_is_no_place_to_go_on()
    {
        var code = TestCode.Of("a < b && b < c").Code;
        var operations = code.Source.Operations;
        for (int i = 0; i < operations.Length; i++)
        {
            bool isJoined = i > 0 && operations[i - 1].Code == OperationCode.Lt
                && operations[i].Code is OperationCode.JumpIfFalse or OperationCode.Return;
            Assert.Equal(isJoined, code.StepOf(i) < 0);
        }
    }

    private static void CheckAtEveryOperation(Ending expected, TestCode rest, int budget, object[] arguments)
    {
        var operations = rest.Code.Source.Operations;
        for (int at = 0; at < operations.Length; at++)
        {
            if (rest.Code.StepOf(at) is not (>= 0 and var step))
                continue;
            var run = rest.NewRun(budget);
            Value[] registers = rest.Registers(arguments);
            if (!TryBegin(rest.Code.Source, at, registers, ref run))
                continue;
            run.ResumeAt = step;
            run.ResumeBias = 1;
            Assert.Equal(expected, TestCode.EndingOf(CodeInterpreter.Resume(rest.Code, ref registers[0], ref run), ref run));
        }
    }

    /// <summary>Does the operations before one; false when one of them faults, jumps or doesn't fit the budget.</summary>
    private static bool TryBegin(TranslatedCode code, int end, Value[] registers, ref RunContext run)
    {
        for (int i = 0; i < end; i++)
        {
            var operation = code.Operations[i];
            var a = registers[operation.A.Index];
            var b = operation.B.IsConstant ? code.Constants[operation.B.Index] : registers[operation.B.Index];
            run.Executed = operation.Instruction + 1;
            if (run.Executed + run.Touched > run.Budget
                || Do(operation.Code, a, b, ref run, out registers[operation.Destination]) != FaultKind.None)
                return false;
        }

        run.Executed = 0;
        return true;
    }

    private static FaultKind Do(OperationCode code, in Value a, in Value b, ref RunContext run, out Value result)
    {
        switch (code)
        {
            case OperationCode.Add:
                return Operators.Add(a, b, ref run, out result);
            case OperationCode.Sub:
                return Operators.Sub(a, b, ref run, out result);
            case OperationCode.Mul:
                return Operators.Mul(a, b, ref run, out result);
            case OperationCode.Div:
                return Operators.Div(a, b, ref run, out result);
            case OperationCode.Mod:
                return Operators.Mod(a, b, ref run, out result);
            case OperationCode.Lt:
                var fault = Operators.Lt(a, b, ref run, out bool holds);
                result = Value.FromBool(holds);
                return fault;
            default:
                throw new InvalidOperationException($"No {code} in the programs of this test.");
        }
    }
}
