using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Typing;

namespace HogTrace.IlBackend.Inputs;

/// <summary>How compiled code gets at the inputs of its frame.</summary>
internal abstract class CodeInputs
{
    /// <summary>What is known of an input register when the code begins.</summary>
    public abstract RegisterState StateOf(int register);

    /// <summary>Whether the input is an argument of the method, which is read where it is.</summary>
    public virtual bool IsArgument(int register) => false;

    /// <summary>Pushes an argument in the form of its kind.</summary>
    public virtual void Push(IlWriter il, int register) => throw new InvalidOperationException("It is no argument.");

    /// <summary>Whether an argument is an Int only while its sign bit is clear.</summary>
    public virtual bool IsUnsignedWord(int register) => false;
}
