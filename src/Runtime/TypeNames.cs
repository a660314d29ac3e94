using System.Runtime.CompilerServices;
using System.Text;

namespace HogTrace.Runtime;

/// <summary>An object that says its type's name itself, as an exception of another language does.</summary>
internal interface ITypeNamed
{
    string TypeName { get; }

    /// <summary>What <c>str</c> gives; null for the type's name.</summary>
    string? Text => null;
}

/// <summary>What <c>typename</c> and messages call a value.</summary>
internal static class TypeNames
{
    // A type's arguments nest no deeper than this in its name; the rest is left out.
    private const int Depth = 4;

    private static readonly ConditionalWeakTable<Type, string> s_names = [];

    public static string Of(in Value value)
    {
        ValueKind kind = value.Kind;
        return kind == ValueKind.Object ? Of(value.Reference!) : KindName(kind);
    }

    public static string Of(object value) => value is ITypeNamed named ? named.TypeName : Of(value.GetType());

    public static string Of(Type type) => s_names.GetValue(type, static type =>
    {
        var text = new StringBuilder();
        Append(text, type, Depth);
        return text.ToString();
    });

    public static string KindName(ValueKind kind) => kind switch
    {
        ValueKind.None => "None",
        ValueKind.Bool => "Bool",
        ValueKind.Int => "Int",
        ValueKind.Float => "Float",
        ValueKind.String => "String",
        _ => "Object",
    };

    private static void Append(StringBuilder text, Type type, int depth)
    {
        if (type.IsArray && depth > 0)
        {
            Append(text, type.GetElementType()!, depth - 1);
            text.Append('[').Append(',', type.GetArrayRank() - 1).Append(']');
            return;
        }

        if (!type.IsGenericType)
        {
            text.Append((type.FullName ?? type.Name).Replace('+', '.'));
            return;
        }

        AppendGeneric(text, type, depth);
    }

    // Outer`1+Inner`2 holds the arguments of both levels in one list.
    private static void AppendGeneric(StringBuilder text, Type type, int depth)
    {
        Type[] arguments = type.GetGenericArguments();
        string name = type.GetGenericTypeDefinition().FullName ?? type.Name;
        int used = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] != '`')
            {
                text.Append(name[i] == '+' ? '.' : name[i]);
                continue;
            }

            int count = 0;
            for (; i + 1 < name.Length && char.IsAsciiDigit(name[i + 1]); i++)
                count = (count * 10) + (name[i + 1] - '0');
            text.Append('<');
            for (int n = 0; n < count && used < arguments.Length; n++, used++)
            {
                if (n > 0)
                    text.Append(", ");
                if (depth > 0)
                    Append(text, arguments[used], depth - 1);
                else
                    text.Append('…');
            }

            text.Append('>');
        }
    }
}
