using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.CSharp.RuntimeBinder;
using Binder = Microsoft.CSharp.RuntimeBinder.Binder;

namespace HogTrace.Bench.Rivals;

/// <summary>
/// Turns a typed expression tree into the same over objects, each operation bound at run time as C# <c>dynamic</c> is:
/// what a host compiles that knows no types.
/// </summary>
internal sealed class DynamicTree : ExpressionVisitor
{
    private readonly Dictionary<ParameterExpression, ParameterExpression> _parameters;

    private DynamicTree(IEnumerable<ParameterExpression> parameters) =>
        _parameters = parameters.ToDictionary(parameter => parameter, parameter => Expression.Parameter(typeof(object), parameter.Name));

    public static TDelegate Compile<TDelegate>(LambdaExpression typed)
        where TDelegate : Delegate
    {
        var tree = new DynamicTree(typed.Parameters);
        var body = ToBool(tree.Visit(typed.Body));
        return Expression.Lambda<TDelegate>(body, typed.Parameters.Select(parameter => tree._parameters[parameter])).Compile();
    }

    protected override Expression VisitParameter(ParameterExpression node) => _parameters[node];

    protected override Expression VisitBinary(BinaryExpression node)
    {
        var left = Visit(node.Left);
        var right = Visit(node.Right);
        return node.NodeType == ExpressionType.AndAlso
            ? Expression.AndAlso(ToBool(left), ToBool(right))
            : Bind(Binder.BinaryOperation(CSharpBinderFlags.None, node.NodeType, typeof(DynamicTree), [Info(left), Info(right)]), left, right);
    }

    protected override Expression VisitMember(MemberExpression node) => Member(Visit(node.Expression!), node.Member.Name);

    protected override Expression VisitUnary(UnaryExpression node) => node.NodeType == ExpressionType.ArrayLength
        ? Member(Visit(node.Operand), nameof(Array.Length))
        : Visit(node.Operand);

    private static DynamicExpression Member(Expression target, string name) =>
        Bind(Binder.GetMember(CSharpBinderFlags.None, name, typeof(DynamicTree), [Info(target)]), target);

    private static Expression ToBool(Expression value) => value.Type == typeof(bool)
        ? value
        : Expression.Dynamic(Binder.Convert(CSharpBinderFlags.None, typeof(bool), typeof(DynamicTree)), typeof(bool), value);

    private static DynamicExpression Bind(CallSiteBinder binder, params Expression[] arguments) =>
        Expression.Dynamic(binder, typeof(object), arguments);

    private static CSharpArgumentInfo Info(Expression argument) => CSharpArgumentInfo.Create(
        argument is ConstantExpression ? CSharpArgumentInfoFlags.UseCompileTimeType | CSharpArgumentInfoFlags.Constant : CSharpArgumentInfoFlags.None,
        null);
}
