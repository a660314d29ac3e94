using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.Parser.Syntax;

namespace HogTrace.Tests.Properties.Generation;

/// <summary>Syntax trees such as the parser makes, without spans and without the parentheses that printing adds.</summary>
internal sealed class SyntaxMaker(Choices choices)
{
    private const int MaxDepth = 6;

    private static readonly BinaryOperator[][] s_levels =
    [
        [BinaryOperator.Add, BinaryOperator.Subtract],
        [BinaryOperator.Equal, BinaryOperator.NotEqual],
        [BinaryOperator.Multiply, BinaryOperator.Divide, BinaryOperator.Modulo],
        [BinaryOperator.Less, BinaryOperator.LessOrEqual, BinaryOperator.Greater, BinaryOperator.GreaterOrEqual],
        [BinaryOperator.And],
        [BinaryOperator.Or],
    ];

    private int _depth;
    private bool _isExit;

    public ProgramSyntax Program()
    {
        var probes = ImmutableArray.CreateBuilder<ProbeSyntax>();
        do
            probes.Add(Probe());
        while (choices.IsOneOf100(30));
        return new ProgramSyntax(probes.ToImmutable());
    }

    private ProbeSyntax Probe()
    {
        _isExit = choices.IsOneOf100(50);
        var point = _isExit ? ProbePoint.Exit : ProbePoint.Entry;
        uint? offset = choices.IsOneOf100(10) ? (uint)choices.Next(1000) : null;
        var spec = new SpecSyntax(default, choices.Pick("fn", "py"), NameMaker.Target(choices), default, point, default, offset);
        var predicate = choices.IsOneOf100(60) ? Expression() : null;
        var body = ImmutableArray.CreateBuilder<StatementSyntax>();
        if (choices.IsOneOf100(20))
            body.Add(new SampleSyntax(default, (1 + choices.Next(10_000)) / choices.Pick(10_000.0, 16_384.0, 30_000.0), default));
        for (int i = choices.Next(4); i > 0; i--)
            body.Add(Statement());
        return new ProbeSyntax(default, spec, predicate, body.ToImmutable());
    }

    private StatementSyntax Statement()
    {
        if (choices.IsOneOf100(40))
            return new AssignmentSyntax(default, Request(), Expression());
        bool isNamed = choices.IsOneOf100(50);
        var arguments = ImmutableArray.CreateBuilder<CaptureArgumentSyntax>();
        for (int i = choices.Next(4); i > 0; i--)
            arguments.Add(new CaptureArgumentSyntax(default, isNamed ? NameMaker.Member(choices) + i : null, default, Expression()));
        return new CaptureSyntax(default, choices.IsOneOf100(30), default, isNamed && arguments.Count > 0, arguments.ToImmutable());
    }

    private ExpressionSyntax Expression()
    {
        if (_depth == MaxDepth)
            return Leaf();
        _depth++;
        var expression = choices.Next(12) switch
        {
            0 or 1 or 2 => Leaf(),
            3 or 4 or 5 => Chain(),
            6 or 7 => Postfix(),
            8 => Call(),
            9 => new UnarySyntax(default, choices.Pick(UnaryOperator.Not, UnaryOperator.Negate), Expression()),
            10 => new ConditionalSyntax(default, Expression(), Expression(), Expression()),
            _ => new ParenthesizedSyntax(default, Expression()),
        };
        _depth--;
        return expression;
    }

    private ExpressionSyntax Leaf() => choices.Next(7) switch
    {
        0 => new NameSyntax(default, NameMaker.Variable(choices, _isExit)),
        1 => Literal(Constant.Int(choices.Pick(1, 0, 255, long.MaxValue, choices.Int64() & long.MaxValue))),
        2 => Literal(Constant.Float(choices.Pick(1.5, 0.0, 1e300, 5e-324, double.MaxValue, 0.1, 123456789.125, 1e21))),
        3 => Literal(Constant.String(NameMaker.Text(choices))),
        4 => Literal(Constant.Bool(choices.IsOneOf100(50))),
        5 => Literal(Constant.None),
        _ => Request(),
    };

    private static LiteralSyntax Literal(Constant value) => new(default, value);

    private RequestSyntax Request() => new(default, choices.IsOneOf100(30), NameMaker.Member(choices), default);

    private ChainSyntax Chain()
    {
        var level = choices.Pick(s_levels);
        // Comparisons of order don't chain.
        int links = level.Length == 4 ? 1 : 1 + choices.Next(3);
        var chain = ImmutableArray.CreateBuilder<ChainLink>();
        var first = Expression();
        for (int i = 0; i < links; i++)
            chain.Add(new ChainLink(choices.Pick(level), default, Expression()));
        return new ChainSyntax(default, first, chain.ToImmutable());
    }

    private PostfixSyntax Postfix()
    {
        var operations = ImmutableArray.CreateBuilder<PostfixOperation>();
        var operand = Expression();
        do
        {
            operations.Add(choices.Next(4) switch
            {
                0 or 1 => new MemberOperation(default, NameMaker.Member(choices), default),
                2 => new IndexOperation(default, Expression()),
                _ => new SliceOperation(default, Part(), Part(), Part()),
            });
        }
        while (choices.IsOneOf100(40));
        return new PostfixSyntax(default, operand, operations.ToImmutable());
    }

    private ExpressionSyntax? Part() => choices.IsOneOf100(60) ? Expression() : null;

    private CallSyntax Call()
    {
        var functions = FunctionTable.All.Where(entry => !entry.IsCapture).ToArray();
        var entry = choices.Pick(functions);
        int count = Math.Min(entry.MaxArguments, entry.MinArguments + choices.Next(3));
        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        for (int i = 0; i < count; i++)
            arguments.Add(Expression());
        return new CallSyntax(default, entry.Name, default, arguments.ToImmutable());
    }
}
