using HogTrace.Runtime;

namespace HogTrace.Interpreter;

/// <summary>
/// Finds attributes read in a row, each of the one before, that can be one step; with a comparison with a constant
/// String that uses the last.
/// </summary>
internal static class AttributePath
{
    private const int MaxAttributes = 64;

    /// <summary>Operations of the path that begins with an operation, and how many are attributes; none when it is shorter than two.</summary>
    public static (int Length, int Attributes) Find(TranslatedCode code, bool[] isTarget, int first)
    {
        var operations = code.Operations;
        int attributes = 0, next = first;
        while (attributes < MaxAttributes && Follows(next) && operations[next].Code == OperationCode.GetAttr)
        {
            attributes++;
            next++;
        }

        bool isCompared = attributes > 0 && Follows(next)
            && operations[next] is { Code: OperationCode.Eq or OperationCode.Ne, B.IsConstant: true } comparison
            && code.Constants[comparison.B.Index].IsString;
        int length = attributes + (isCompared ? 1 : 0);
        return length < 2 ? default : (length, attributes);

        // What the operation before left can only be read by this one: nothing else is on that place of the stack.
        bool Follows(int index) =>
            index < operations.Length
            && (index == first || (!isTarget[index] && operations[index].A == Operand.Register(operations[index - 1].Destination)));
    }
}
