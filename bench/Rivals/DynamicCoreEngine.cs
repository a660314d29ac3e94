using System.Linq.Dynamic.Core;
using System.Linq.Expressions;

namespace HogTrace.Bench.Rivals;

/// <summary>System.Linq.Dynamic.Core.</summary>
internal static class DynamicCoreEngine
{
    private static readonly ParsingConfig s_config = new();

    public static TDelegate Compile<TDelegate>(string text, params Type[] types)
        where TDelegate : Delegate
    {
        var parameters = types.Select((type, index) => Expression.Parameter(type, $"arg{index}")).ToArray();
        var lambda = DynamicExpressionParser.ParseLambda(typeof(TDelegate), s_config, createParameterCtor: false, parameters, typeof(bool), text);
        return (TDelegate)lambda.Compile();
    }
}
