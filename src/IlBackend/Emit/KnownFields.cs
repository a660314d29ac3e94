using System.Reflection;

namespace HogTrace.IlBackend.Emit;

/// <summary>The fields of what compiled code is closed over.</summary>
internal static class KnownFields
{
    public static readonly FieldInfo Constants = typeof(CodeData).GetField(nameof(CodeData.Constants))!;

    public static readonly FieldInfo Objects = typeof(CodeData).GetField(nameof(CodeData.Objects))!;
}
