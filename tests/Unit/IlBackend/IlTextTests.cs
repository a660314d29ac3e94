using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;

namespace HogTrace.Tests.Unit.IlBackend;

public sealed class IlTextTests
{
    [Fact]
    public void Labels_are_numbered_as_they_stand_and_those_nobody_jumps_to_are_left_out()
    {
        var method = new DynamicMethod("m", typeof(void), [typeof(string)]);
        var listing = new IlListing { Arguments = ["text"] };
        var il = new IlWriter(method.GetILGenerator(), listing);
        Label last = il.Label(), unused = il.Label(), first = il.Label();
        var local = il.Local(typeof(Dictionary<string, long[]>));
        il.Argument(0);
        il.JumpIfTrue(last);
        il.Begin(new IlBlock(IlBlockKind.Operation, 3, "Add"));
        il.Mark(unused);
        il.Mark(first);
        il.Text("a\"\n");
        il.Load(local);
        il.Call(typeof(string).GetMethod(nameof(string.IsNullOrEmpty))!);
        il.JumpIfTrue(first);
        il.Return();
        il.Mark(last);
        il.Begin(new IlBlock(IlBlockKind.Exit, -1, "done"));
        il.Double(0.1);
        il.Return();
        il.Begin(new IlBlock(IlBlockKind.Exit, -1, "never"));
        il.Return();

        var text = new IlText(listing);
        Assert.Equal(["     .local     V0 Dictionary<string, int64[]>"], text.Locals);
        Assert.Equal(["     ldarg      text", "     brtrue     L2"], text.LinesOf(listing.Blocks[0]));
        Assert.Equal(
            [
                "L1:  ldstr      \"a\\\"\\u000a\"", "     ldloc      V0", "     call       bool string::IsNullOrEmpty(string)",
                "     brtrue     L1", "     ret",
            ],
            text.LinesOf(listing.Blocks[1]));
        Assert.Equal(["L2:  ldc.r8     0.1", "     ret"], text.LinesOf(listing.Blocks[2]));
        Assert.Equal([true, true, true, false], listing.Blocks.Select(text.IsReached));
    }
}
