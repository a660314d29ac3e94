using HogTrace.Bytecode;
using HogTrace.Runtime;
using HogTrace.Tests.Properties.Generation;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>Inputs of calls with five arguments, and shapes that say more or less of their types.</summary>
internal static class TypedInputs
{
    private static readonly long[] s_numbers =
        [0, 1, -1, 2, 7, -7, 100, 4096, 1L << 31, (1L << 53) + 1, int.MinValue, long.MaxValue, long.MinValue];

    private static readonly string?[] s_texts =
        ["admin", null, "", "x", "Admin", new('x', 63), new('x', 64), new('x', 5_000), "\ud800é"];

    private static readonly double[] s_floats = [0, -0.0, 1, 0.5, -7, 1e300, 9007199254740993.0, double.NaN, double.PositiveInfinity];

    private static readonly Branch?[] s_branches = MakeBranches();

    private static readonly Type[][] s_types =
    [
        [typeof(object), typeof(object), typeof(object), typeof(object), typeof(object)],
        [typeof(long), typeof(string), typeof(double), typeof(bool), typeof(Branch)],
        [typeof(long), typeof(object), typeof(object), typeof(bool), typeof(object)],
        [typeof(object), typeof(string), typeof(double), typeof(object), typeof(Branch)],
    ];

    /// <summary>A frame of values without a signature, or a site's of one.</summary>
    public static FrameShape Shape(Choices choices)
    {
        if (choices.IsOneOf100(40))
            return FrameShape.Dynamic(ProbePoint.Entry, 5);
        var types = choices.Pick(s_types);
        return FrameShape.Typed("a.b", ProbePoint.Entry, [.. types.Select((type, i) => new ParameterShape($"p{i}", type))]);
    }

    /// <summary>The arguments of a call and the receiver. Now and then another kind than is usual, where the type allows it.</summary>
    public static Value[] Make(Random random, FrameShape shape)
    {
        Value[] inputs =
        [
            Value.From(Pick(random, s_numbers)), Value.From(Pick(random, s_texts)), Value.From(Pick(random, s_floats)),
            Value.From(random.Next(2) == 0), Value.From(Pick(random, s_branches)), Value.None,
        ];
        if (random.Next(8) == 0)
        {
            int odd = random.Next(5);
            if (shape.Parameters[odd].Type == typeof(object))
                inputs[odd] = inputs[random.Next(5)];
        }

        return inputs;
    }

    private static T Pick<T>(Random random, T[] values) => values[random.Next(random.Next(2) == 0 ? 2 : values.Length)];

    private static Branch?[] MakeBranches()
    {
        var inner = new Branch("inner", null, 7) { Flag = false };
        return
        [
            new Branch("admin", inner, 7), new PlainBranch("x", new HidingBranch("h", inner, 1), 3), null,
            new HidingBranch("admin", inner, 9), new Branch(new string('y', 70), new PlainBranch(null, null, long.MaxValue), -1),
        ];
    }
}
