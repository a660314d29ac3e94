using HogTrace.IlRewriting;
using HogTrace.IlRewriting.Plans;

namespace HogTrace.Tests.Rewriting.Shapes;

/// <summary>What bodies of many shapes become, instruction by instruction, as <c>shapes.txt</c> lists it.</summary>
public sealed class ShapeTests
{
    private static readonly HookCall s_entry = Rewritten.Typed(1);
    private static readonly HookCall s_return = Rewritten.Typed(2);
    private static readonly HookCall s_throw = Rewritten.Typed(3);
    private static readonly HookInput s_self = new(InputKind.Self);
    private static readonly HookInput s_result = new(InputKind.Result);

    // static int (int, string)
    private static readonly MethodDescription s_function = new() { Signature = [0x00, 0x02, 0x08, 0x08, 0x0E], DeclaringType = [0x12, 0x04] };

    // static void (int)
    private static readonly MethodDescription s_action = new() { Signature = [0x00, 0x01, 0x01, 0x08], DeclaringType = [0x12, 0x04] };

    // void .ctor() of a struct
    private static readonly MethodDescription s_constructor = new()
    {
        Signature = [0x20, 0x00, 0x01],
        DeclaringType = [0x11, 0x04],
        DeclaringIsValueType = true,
        IsConstructor = true,
    };

    // static ref readonly int (in string, int*)
    private static readonly MethodDescription s_references = new()
    {
        Signature = [0x00, 0x02, 0x1F, 0x05, 0x10, 0x08, 0x1F, 0x05, 0x10, 0x0E, 0x0F, 0x08],
        DeclaringType = [0x12, 0x04],
    };

    private static readonly Dictionary<string, Func<string>> s_shapes = new()
    {
        ["entry only"] = () => Rewritten.Text(s_function, new(s_entry, null, null, false), "tail.; ldarg.0; brtrue 0; ldc.i4.1; ret"),
        ["return only"] = () => Rewritten.Text(s_action, new(null, s_return, null, false), "ldarg.0; brtrue 3; ret; ret"),
        ["ends with a handler"] = () => Rewritten.Text(s_action, new(null, s_return, null, false), "nop; ret; nop; leave 1; throw", "Catch 2-4 4-5"),
        ["all"] = () => Rewritten.Text(s_function, new(s_entry, s_return, s_throw, true), "tail.; ldarg.0; ret"),
        ["never returns"] = () => Rewritten.Text(s_function, new(null, s_return, null, false), "ldnull; throw"),
        ["copies"] = () => Rewritten.Text(
            s_function,
            new(null, Rewritten.Typed(2, Rewritten.Argument(0), Rewritten.Argument(1)), null, false),
            "ldc.i4.1; starg.s 0; ldarg.0; ret"),
        ["nested"] = () => Rewritten.Text(
            s_function,
            new(Rewritten.Packed(300, [.. Enumerable.Repeat(Rewritten.Argument(0), 8)]), null, null, false),
            "ldc.i4.1; ret"),
        ["async"] = () => Rewritten.Text(s_function, new(null, new(2, HookForm.Async, []), null, true), "ldc.i4.1; ret"),
        ["struct constructor"] = () => Rewritten.Text(
            s_constructor,
            new(Rewritten.Typed(1, s_self), Rewritten.Typed(2, s_self), null, false),
            "ret"),
        ["references and pointers"] = () => Rewritten.Text(
            s_references,
            new(Rewritten.Typed(1, Rewritten.Argument(0), Rewritten.Argument(1)), Rewritten.Typed(2, s_result), null, false),
            "ldarg.1; ret"),
    };

    public static TheoryData<string> Names { get; } = [.. s_shapes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AShapeIsRewrittenAsListed(string name) => Assert.Equal(Listed(name), s_shapes[name]());

    private static string Listed(string name)
    {
        using var reader = new StreamReader(typeof(ShapeTests).Assembly.GetManifestResourceStream("shapes.txt")!);
        string[] sections = reader.ReadToEnd().Split("== ");
        return sections.Single(section => section.StartsWith(name + "\n", StringComparison.Ordinal))[(name.Length + 1)..].TrimEnd();
    }
}
