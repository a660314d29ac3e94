using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;

namespace HogTrace.IlBackend.Lowering;

/// <summary>
/// Counts instructions without counting: the number executed is the index of the present one plus a bias, which only
/// a taken jump changes.
/// </summary>
internal sealed class FuelCount(IlWriter il)
{
    /// <summary>An int32. At the code's end, the number executed.</summary>
    public LocalBuilder Bias { get; } = il.Local(typeof(int));

    /// <summary>Takes the bias to begin with from the stack.</summary>
    public void Begin() => il.Store(Bias);

    /// <summary>Goes on the path of a taken jump.</summary>
    public void Skip(int instructions)
    {
        if (instructions == 0)
            return;
        il.Load(Bias);
        il.Int32(instructions);
        il.Subtract();
        il.Store(Bias);
    }

    /// <summary>Pushes the number executed, an instruction included.</summary>
    public void Push(int instruction)
    {
        il.Load(Bias);
        il.Int32(instruction);
        il.Add();
    }
}
