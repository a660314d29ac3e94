using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Conformance.Checking;

/// <summary>A code block in the course of a run.</summary>
internal sealed class CheckedCode(TranslationContext context, VerifiedCode verified, FrameShape shape, Value[] inputs)
{
    public TranslationContext Context { get; } = context;

    public VerifiedCode Verified { get; } = verified;

    public FrameShape Shape { get; } = shape;

    public Value[] Inputs { get; } = inputs;

    public CheckedStack Stack { get; } = new(verified.MaxDepth);

    public string NameOf(in Instruction instruction) => Context.Program.Constants[instruction.Constant].Text!;

    public Value ConstantOf(in Instruction instruction)
    {
        Constant constant = Context.Program.Constants[instruction.Constant];
        return constant.Kind switch
        {
            ConstantKind.None => Value.None,
            ConstantKind.Bool => Value.FromBool(constant.Bits != 0),
            ConstantKind.Int => Value.FromInt(constant.Bits),
            ConstantKind.Float => Value.FromFloat(constant.AsFloat),
            ConstantKind.String => Value.FromString(constant.Text),
            _ => throw new InvalidOperationException($"{constant.Kind} is no value"),
        };
    }
}
