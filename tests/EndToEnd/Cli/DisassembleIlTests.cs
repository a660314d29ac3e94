using System.Text.Json;

namespace HogTrace.Tests.EndToEnd.Cli;

public sealed class DisassembleIlTests
{
    private const string Source = "fn:a.b:entry / arg0 > 5 / { capture(v=arg1); }";

    [Fact]
    public void Shows_the_code_of_a_typed_site()
    {
        const string listing = """
            probe "probe_0"  fn:a.b:entry
              predicate
                      | // tier 1 at a site of (int), over its arguments
                      |      .local     V0 bool
                      |      .local     V1 int32
                0000  LoadVar     0 (arg0)              ; 1:16  fn:a.b:entry / arg0 > 5 / { $req.n = arg0; }
                0003  PushConst   1 (5)                 ; 1:23
                0006  Gt                                ; 1:21
                      | // Gt
                      |      ldarg      arg0
                      |      conv.i8
                      |      ldc.i8     5
                      |      cgt
                      |      stloc      V0
                      | // Return
                      |      ldloc      V0
                      |      brtrue     L2
                      |      br         L1
                      | // exit: the predicate is false: counts it down
                      | L1:  ldarg      probe
                      |      ldfld      int32 InstalledProbe::Countdown
                      |      ldc.i4     1
                      |      sub
                      |      stloc      V1
                      |      ldloc      V1
                      |      ldc.i4     0
                      |      blt        L4
                      |      ldarg      probe
                      |      ldloc      V1
                      |      stfld      int32 InstalledProbe::Countdown
                      |      br         L3
                      | // exit: answers Fires
                      | L2:  ldc.i4     1
                      |      ret
                      | // exit: answers Done
                      | L3:  ldc.i4     0
                      |      ret
                      | // exit: answers Due
                      | L4:  ldc.i4     3
                      |      ret
              body
                      | // tier 1 over registers, for (int)

            """;
        var result = HogTraceProcess.Run("disasm", "--il", "--signature", "int", "-e", "fn:a.b:entry / arg0 > 5 / { $req.n = arg0; }");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains(listing, result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_operation_stands_under_its_bytecode_and_exits_come_last()
    {
        var result = HogTraceProcess.Run("disasm", "--il", "-e", Source);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        AssertInOrder(
            result.Out,
            "  predicate\n",
            "| // tier 1 over registers, for 2 arguments of any types\n",
            ".local     V0 int32\n",
            "    0006  Gt ",
            "| // Gt\n",
            "ldarg      registers\n",
            "| // Return\n",
            "| // exit of 0006: its guard has failed",
            "  body\n",
            "    0006  CallNamed",
            "| // Capture",
            "    0010  Pop",
            "| // Return\n",
            "| // exit");
    }

    [Fact]
    public void A_simple_capture_is_code_of_the_site()
    {
        var result = HogTraceProcess.Run("disasm", "--il", "--signature", "long, string?", "-e", Source);
        AssertInOrder(
            result.Out,
            "| // tier 1 at a site of (long, string?)",
            "| // exit: answers Fires",
            "| // tier 1 at a site of (long, string?)",
            "| // Capture",
            "InstalledProbe::SendCapture",
            "answers Fires");
    }

    [Fact]
    public void A_probe_that_a_site_would_refuse_says_why()
    {
        var result = HogTraceProcess.Run("disasm", "--il", "--signature", "long", "-e", Source);
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("| // it would not be installed: there is no arg1", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("ldarg", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_it_by_offset()
    {
        using var json = JsonDocument.Parse(HogTraceProcess.Run("disasm", "--il", "--format", "json", "-e", Source).Out);
        var il = json.RootElement.GetProperty("probes")[0].GetProperty("predicate").GetProperty("il");
        Assert.Equal(["start", "0000", "0003", "0006", "exits"], il.EnumerateObject().Select(part => part.Name));
        Assert.Equal("// Gt", il.GetProperty("0006")[0].GetString());
        Assert.Equal(0, il.GetProperty("0000").GetArrayLength());
        Assert.StartsWith("// exit", il.GetProperty("exits")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_without_it_is_what_compile_writes() => Assert.Equal(
        HogTraceProcess.Run("compile", "--format", "json", "-e", Source),
        HogTraceProcess.Run("disasm", "--format", "json", "-e", Source));

    [Fact]
    public void A_program_that_would_not_run_is_listed_without()
    {
        // Body: Pop on an empty stack.
        var result = HogTraceProcess.RunWithText("080112001a100a02703012070a050a03612e622a0102", "disasm", "--il", "-");
        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("0000  Pop\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("would not run: HB2009", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_dynamic_code_there_is_none()
    {
        var result = HogTraceProcess.RunWithoutDynamicCode("", "disasm", "--il", "-e", Source);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("hogtrace: --il needs a runtime that compiles code", result.Error, StringComparison.Ordinal);
    }

    private static void AssertInOrder(string text, params string[] parts)
    {
        int at = 0;
        foreach (string part in parts)
        {
            int found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"no '{part}' after position {at} of\n{text}");
            at = found + part.Length;
        }
    }
}
