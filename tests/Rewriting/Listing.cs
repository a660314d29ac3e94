using System.Text;
using HogTrace.IlRewriting.Bodies;

namespace HogTrace.Tests.Rewriting;

/// <summary>A body as text. Targets are positions, so that it says the same whatever the instructions' sizes.</summary>
internal static class Listing
{
    public static string Of(MethodBody body)
    {
        Number(body);
        var text = new StringBuilder();
        text.Append($"stack {body.MaxStack}, locals {body.LocalSignatureToken:X8}, init {body.InitLocals}\n");
        foreach (var instruction in body.Instructions)
            text.Append($"{instruction.Index,3} {instruction.Facts.Name}{Operand(instruction)}\n");
        foreach (var clause in body.Clauses)
        {
            text.Append($"try {clause.TryStart.Index}-{clause.TryEnd.Index} {clause.Kind} {clause.HandlerStart.Index}-{clause.HandlerEnd.Index}");
            text.Append($" filter {clause.FilterStart?.Index} type {clause.TypeToken:X8}\n");
        }

        return text.ToString();
    }

    private static string Operand(Instruction instruction) => instruction.Facts.Operand switch
    {
        OperandKind.None => "",
        OperandKind.Target32 => $" {instruction.Target!.Index}",
        OperandKind.Targets => $" ({string.Join(", ", instruction.Targets.Select(target => target.Index))})",
        OperandKind.Token => $" {(int)instruction.Operand:X8}",
        _ => $" {instruction.Operand}",
    };

    private static void Number(MethodBody body)
    {
        for (int i = 0; i < body.Instructions.Count; i++)
            body.Instructions[i].Index = i;
        body.End.Index = body.Instructions.Count;
    }
}
