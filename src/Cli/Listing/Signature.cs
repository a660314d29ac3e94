using System.Diagnostics.CodeAnalysis;
using HogTrace.Bytecode;

namespace HogTrace.Cli.Listing;

/// <summary>The types of a method's parameters, as the command line names them.</summary>
internal sealed class Signature
{
    private static readonly Dictionary<string, Type> s_types = new(StringComparer.Ordinal)
    {
        ["bool"] = typeof(bool),
        ["char"] = typeof(char),
        ["sbyte"] = typeof(sbyte),
        ["byte"] = typeof(byte),
        ["short"] = typeof(short),
        ["ushort"] = typeof(ushort),
        ["int"] = typeof(int),
        ["uint"] = typeof(uint),
        ["long"] = typeof(long),
        ["ulong"] = typeof(ulong),
        ["float"] = typeof(float),
        ["double"] = typeof(double),
        ["decimal"] = typeof(decimal),
        ["string"] = typeof(string),
        ["object"] = typeof(object),
        ["DateTime"] = typeof(DateTime),
        ["DateTimeOffset"] = typeof(DateTimeOffset),
        ["TimeSpan"] = typeof(TimeSpan),
        ["Guid"] = typeof(Guid),
    };

    private Signature(string text, Type[] types)
    {
        Text = text;
        Types = types;
    }

    /// <summary>The types as they were named.</summary>
    public string Text { get; }

    public IReadOnlyList<Type> Types { get; }

    /// <summary>Reads a list such as <c>string,long?</c>; an empty one is that of a method without parameters.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Signature? signature, [NotNullWhen(false)] out string? error)
    {
        signature = null;
        error = null;
        string[] names = text.Split(',', StringSplitOptions.TrimEntries);
        if (text.Trim().Length == 0)
            names = [];
        var found = new List<Type>();
        foreach (string name in names)
        {
            string plain = name.TrimEnd('?');
            if (!s_types.TryGetValue(plain, out var type) || name.Length - plain.Length > 1)
            {
                string? nearest = NearestName.Find(plain, s_types.Keys);
                error = $"unknown type '{ConstantText.Escape(name)}'{(nearest is null ? "" : $", did you mean '{nearest}'?")}; known are {string.Join(", ", s_types.Keys)}";
                return false;
            }

            found.Add(name != plain && type.IsValueType ? typeof(Nullable<>).MakeGenericType(type) : type);
        }

        signature = new Signature(string.Join(", ", names), [.. found]);
        return true;
    }
}
