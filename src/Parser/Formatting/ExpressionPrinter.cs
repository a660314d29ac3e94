using System.Globalization;
using System.Text;
using HogTrace.Bytecode;
using HogTrace.Parser.Grammar;
using HogTrace.Parser.Syntax;

namespace HogTrace.Parser.Formatting;

/// <summary>Prints an expression. A node that binds looser than its place allows gets parentheses.</summary>
internal sealed class ExpressionPrinter
{
    // Tighter is larger; the levels between are those of Chains.
    private const int Loosest = -1;
    private const int Unary = 6;
    private const int Postfix = 7;

    private readonly StringBuilder _text = new();
    private bool _slashEnds;

    private ExpressionPrinter()
    {
    }

    /// <summary>The expression as source.</summary>
    /// <param name="slashEnds">Whether a slash outside brackets would end it, as in a predicate.</param>
    public static string Print(ExpressionSyntax expression, bool slashEnds = false)
    {
        var printer = new ExpressionPrinter { _slashEnds = slashEnds };
        printer.Write(expression, Loosest);
        return printer._text.ToString();
    }

    private void Write(ExpressionSyntax expression, int least)
    {
        if (LevelOf(expression) < least)
            Enclosed('(', ')', () => Write(expression));
        else
            StackGuard.Run(static (ExpressionPrinter self, ExpressionSyntax it) => self.Write(it), this, expression);
    }

    private int LevelOf(ExpressionSyntax expression) => expression switch
    {
        ConditionalSyntax => Loosest,
        ChainSyntax chain when _slashEnds && chain.Links.Any(link => link.Operator == BinaryOperator.Divide) => Loosest - 1,
        ChainSyntax chain => Chains.LevelOf(chain.Links[0].Operator),
        UnarySyntax => Unary,
        LiteralSyntax { Value.Kind: ConstantKind.Int or ConstantKind.Float, Value.Bits: < 0 } => Unary,
        PostfixSyntax => Postfix,
        _ => Postfix + 1,
    };

    private void Write(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralSyntax literal:
                _text.Append(LiteralText(literal.Value));
                break;
            case NameSyntax name:
                _text.Append(name.Name);
                break;
            case RequestSyntax request:
                _text.Append(request.IsLong ? ReservedNames.Request : ReservedNames.Req).Append('.').Append(request.Name);
                break;
            case ParenthesizedSyntax parenthesized:
                Enclosed('(', ')', () => Write(parenthesized.Inner, Loosest));
                break;
            case CallSyntax call:
                _text.Append(call.Function);
                Enclosed('(', ')', () => WriteArguments(call));
                break;
            case UnarySyntax unary:
                _text.Append(unary.Operator == UnaryOperator.Not ? '!' : '-');
                Write(unary.Operand, Unary);
                break;
            case PostfixSyntax postfix:
                WritePostfix(postfix);
                break;
            case ChainSyntax chain:
                WriteChain(chain);
                break;
            case ConditionalSyntax conditional:
                Write(conditional.Condition, 0);
                _text.Append(" ? ");
                Write(conditional.Then, Loosest);
                _text.Append(" : ");
                Write(conditional.Otherwise, Loosest);
                break;
        }
    }

    private void WriteArguments(CallSyntax call)
    {
        for (int i = 0; i < call.Arguments.Length; i++)
        {
            _text.Append(i == 0 ? "" : ", ");
            Write(call.Arguments[i], Loosest);
        }
    }

    private void WriteChain(ChainSyntax chain)
    {
        int level = Chains.LevelOf(chain.Links[0].Operator);
        Write(chain.First, level + 1);
        foreach (var link in chain.Links)
        {
            _text.Append(' ').Append(OperatorText(link.Operator)).Append(' ');
            Write(link.Operand, level + 1);
        }
    }

    private void WritePostfix(PostfixSyntax postfix)
    {
        Write(postfix.Operand, Postfix + 1);
        foreach (var operation in postfix.Operations)
        {
            switch (operation)
            {
                case MemberOperation member:
                    _text.Append('.').Append(member.Name);
                    break;
                case IndexOperation index:
                    Enclosed('[', ']', () => Write(index.Index, Loosest));
                    break;
                case SliceOperation slice:
                    Enclosed('[', ']', () => WriteSlice(slice));
                    break;
            }
        }
    }

    private void WriteSlice(SliceOperation slice)
    {
        if (slice.Start is { } start)
            Write(start, Loosest);
        _text.Append(':');
        if (slice.Stop is { } stop)
            Write(stop, Loosest);
        if (slice.Step is { } step)
        {
            _text.Append(':');
            Write(step, Loosest);
        }
    }

    private void Enclosed(char open, char close, Action inner)
    {
        bool outer = _slashEnds;
        _slashEnds = false;
        _text.Append(open);
        inner();
        _text.Append(close);
        _slashEnds = outer;
    }

    private static string OperatorText(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "%",
    };

    private static string LiteralText(Constant value) => value.Kind switch
    {
        ConstantKind.None => "None",
        ConstantKind.Bool => value.Bits != 0 ? "True" : "False",
        ConstantKind.Int => value.Bits.ToString(CultureInfo.InvariantCulture),
        ConstantKind.Float => NumberText.Float(value.AsFloat),
        _ => StringText.Quote(value.Text!),
    };
}
