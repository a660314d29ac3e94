using HogTrace.IlRewriting.Bodies;

namespace HogTrace.IlRewriting.Rewriting;

/// <summary>What a body does that decides how it can be rewritten.</summary>
internal sealed class BodyScan
{
    private readonly HashSet<int> _changeable = [];

    private BodyScan()
    {
    }

    /// <summary>Whether it ends in a jump to another method.</summary>
    public bool Jumps { get; private set; }

    public bool ReadsArgumentList { get; private set; }

    public bool Returns { get; private set; }

    public bool ReturnsInClause { get; private set; }

    public static BodyScan Of(MethodBody body)
    {
        var scan = new BodyScan();
        bool[] inClause = InClauses(body);
        foreach (var instruction in body.Instructions)
        {
            switch (instruction.Opcode)
            {
                case Opcode.Jmp:
                    scan.Jumps = true;
                    break;
                case Opcode.Arglist:
                    scan.ReadsArgumentList = true;
                    break;
                case Opcode.Starg or Opcode.StargS or Opcode.Ldarga or Opcode.LdargaS:
                    scan._changeable.Add((int)instruction.Operand);
                    break;
                case Opcode.Ret:
                    scan.Returns = true;
                    scan.ReturnsInClause |= inClause[instruction.Index];
                    break;
            }
        }

        return scan;
    }

    /// <summary>Whether an argument, the receiver counted, may have another value later than at entry.</summary>
    public bool MayChange(int argument) => _changeable.Contains(argument);

    // Counts where regions begin and end, so that many clauses cost no more than many instructions.
    private static bool[] InClauses(MethodBody body)
    {
        var changes = new int[body.Instructions.Count + 1];
        foreach (var clause in body.Clauses)
        {
            changes[clause.TryStart.Index]++;
            changes[clause.TryEnd.Index]--;
            changes[(clause.FilterStart ?? clause.HandlerStart).Index]++;
            changes[clause.HandlerEnd.Index]--;
        }

        var inClause = new bool[body.Instructions.Count];
        int depth = 0;
        for (int i = 0; i < inClause.Length; i++)
        {
            depth += changes[i];
            inClause[i] = depth > 0;
        }

        return inClause;
    }
}
