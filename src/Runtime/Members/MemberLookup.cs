using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace HogTrace.Runtime;

/// <summary>What a name means on a type under a policy: a member to read, or the fault that reading it is.</summary>
internal sealed class MemberLookup
{
    // Compiled by the first reader. Two threads may both compile; either result is right and one is dropped.
    private Func<object, Value>? _getter;

    private MemberLookup(Type type, string name, MemberInfo? member, bool callsHost, FaultKind fault, string? message)
    {
        Type = type;
        Name = name;
        Member = member;
        CallsHost = callsHost;
        Fault = fault;
        Message = message;
    }

    /// <summary>The exact run-time type that the lookup holds for.</summary>
    public Type Type { get; }

    /// <summary>The member's own name; of a failed lookup, the name that was asked for.</summary>
    public string Name { get; }

    /// <summary><see cref="FaultKind.None"/> when there is a member to read.</summary>
    public FaultKind Fault { get; }

    public string? Message { get; }

    /// <summary>A field wherever the member has one: the backing field of an auto-property.</summary>
    public MemberInfo? Member { get; }

    /// <summary>Whether reading may run code of the host, or throw: such a member is read through <see cref="Attributes.Read"/> only.</summary>
    public bool CallsHost { get; }

    [MemberNotNullWhen(true, nameof(Member))]
    [MemberNotNullWhen(true, nameof(MemberType))]
    [MemberNotNullWhen(true, nameof(Getter))]
    public bool IsFound => Fault == FaultKind.None;

    /// <summary>Whether reading is a plain load that can't throw.</summary>
    public bool IsField => Member is FieldInfo;

    public Type? MemberType => Member switch
    {
        FieldInfo declared => declared.FieldType,
        PropertyInfo property => property.PropertyType,
        _ => null,
    };

    /// <summary>
    /// Reads the member of an object whose type is exactly <see cref="Type"/>; with any other object the outcome is
    /// undefined. Null when the lookup failed. The first use compiles.
    /// </summary>
    public Func<object, Value>? Getter => _getter ?? Compile();

    public static MemberLookup Found(Type type, string name, MemberInfo member, bool callsHost) =>
        new(type, name, member, callsHost, FaultKind.None, null);

    public static MemberLookup Failed(Type type, string name, FaultKind fault, string message) =>
        new(type, name, null, false, fault, message);

    private Func<object, Value>? Compile() =>
        Member is null ? null : _getter = GetterCompiler.Compile(Member);
}
