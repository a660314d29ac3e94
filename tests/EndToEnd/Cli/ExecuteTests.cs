using System.Text.Json.Nodes;

namespace HogTrace.Tests.EndToEnd.Cli;

public sealed class ExecuteTests
{
    private static CommandResult Run(string source, string frames, params string[] more) =>
        HogTraceProcess.RunWithText(frames, ["exec", "-e", source, "--frames", "-", .. more]);

    private static void AssertPrints(string source, string frames, string expected) =>
        Assert.Equal(new CommandResult(0, expected, ""), Run(source, frames));

    [Fact]
    public void Prints_captures_in_order() => AssertPrints(
        "fn:a.*:entry { capture(arg0); } fn:a.b:entry { capture(x=arg0.k, l=len(args)); } fn:a.b:exit { capture(retval); }",
        """
        {"function":"a.b","point":"entry","args":[{"k":[1,2.0,"s",null,true]}],"request":"r1"}

        {"function":"a.b","point":"exit","retval":-0.5}
        {"function":"b.b","point":"exit","retval":1}
        """,
        """
        {"probe":"probe_0","function":"a.b","point":"entry","request":"r1","captures":{"arg0":{"k":[1,2.0,"s",null,true]}}}
        {"probe":"probe_1","function":"a.b","point":"entry","request":"r1","captures":{"x":[1,2.0,"s",null,true],"l":1}}
        {"probe":"probe_2","function":"a.b","point":"exit","request":null,"captures":{"retval":-0.5}}

        """);

    [Fact]
    public void Fills_every_name_of_a_frame() => AssertPrints(
        "fn:a.b:exit { capture(a=args, k=kwargs, s=self.id, r=retval, d=duration, l=locals.n, g=globals.g, n=n, kw=kw); }",
        """{"function":"a.b","point":"exit","args":[1],"kwargs":{"kw":2},"self":{"id":3},"retval":"r","duration":1,"locals":{"n":4},"globals":{"g":5}}""",
        """
        {"probe":"probe_0","function":"a.b","point":"exit","request":null,"captures":{"a":[1],"k":{"kw":2},"s":3,"r":"r","d":1.0,"l":4,"g":5,"n":4,"kw":2}}

        """);

    [Fact]
    public void An_exception_has_type_message_and_text() => AssertPrints(
        "fn:a.b:exit { capture(e=exception, t=typename(exception), y=exception.type, m=exception.message, s=str(exception), is=exception != None); }",
        """
        {"function":"a.b","point":"exit","exception":{"type":"shop.Full","message":"no room"}}
        {"function":"a.b","point":"exit","exception":null}
        """,
        """
        {"probe":"probe_0","function":"a.b","point":"exit","request":null,"captures":{"e":{"type":"shop.Full","message":"no room"},"t":"shop.Full","y":"shop.Full","m":"no room","s":"no room","is":true}}
        {"probe":"probe_0","fault":"MissingAttribute","line":1,"column":71,"message":"None has no attribute 'type'"}

        """);

    [Fact]
    public void Captures_before_a_fault_are_kept_and_faults_are_no_failure() => AssertPrints(
        "fn:a.b:entry { capture(x=1); capture(x=1 / arg0); capture(x=3); }",
        """{"function":"a.b","point":"entry","args":[0]}""",
        """
        {"probe":"probe_0","function":"a.b","point":"entry","request":null,"captures":{"x":1}}
        {"probe":"probe_0","fault":"DivisionByZero","line":1,"column":42,"message":"division by zero"}

        """);

    [Fact]
    public void A_request_has_one_store_for_the_whole_file() => AssertPrints(
        "fn:a.b:entry { $req.x = arg0; } fn:a.b:exit { capture(x=$req.x); }",
        """
        {"function":"a.b","point":"entry","args":[1],"request":"r1"}
        {"function":"a.b","point":"entry","args":[2],"request":"r2"}
        {"function":"a.b","point":"entry","args":[3]}
        {"function":"a.b","point":"exit","request":"r1"}
        {"function":"a.b","point":"exit","request":"r2"}
        {"function":"a.b","point":"exit"}
        {"function":"a.b","point":"exit","request":"r3"}
        """,
        """
        {"probe":"probe_1","function":"a.b","point":"exit","request":"r1","captures":{"x":1}}
        {"probe":"probe_1","function":"a.b","point":"exit","request":"r2","captures":{"x":2}}
        {"probe":"probe_1","function":"a.b","point":"exit","request":null,"captures":{"x":3}}
        {"probe":"probe_1","function":"a.b","point":"exit","request":"r3","captures":{"x":null}}

        """);

    [Fact]
    public void Sampling_decides_once_a_request()
    {
        string[] frames = [.. Enumerable.Range(0, 400).Select(i =>
            $$"""{"function":"a.b","point":"entry","args":[{{i % 200}}],"request":"r{{i % 200}}"}""")];
        var result = Run("fn:a.b:entry { sample 50%; capture(arg0); }", string.Join('\n', frames));
        string[] lines = result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(0, result.ExitCode);
        Assert.InRange(lines.Length, 100, 300);
        Assert.All(lines.GroupBy(line => line), kept => Assert.Equal(2, kept.Count()));
    }

    [Fact]
    public void Runs_compiled_programs_and_knows_their_lines()
    {
        using var folder = new TemporaryFolder();
        string program = folder.Name("x.hogc");
        string frames = folder.Write("f.jsonl", """{"function":"a.b","point":"entry","args":[1]}""");
        Assert.Equal(0, HogTraceProcess.Run("compile", "-e", "fn:a.b:entry {\n capture(x=arg0.y);\n}", "-o", program).ExitCode);
        var result = HogTraceProcess.Run("exec", program, "--frames", frames, "--tier", "interpreter");
        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("""{"probe":"probe_0","fault":"MissingAttribute","line":2,"column":17""", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_with_an_offset_is_not_run()
    {
        var result = Run("fn:a.b:entry+3 { capture(x=1); }", """{"function":"a.b","point":"entry"}""");
        Assert.Equal((0, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("hogtrace: warning: probe_0 is not run", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Stats_count_on_standard_error()
    {
        var result = Run(
            "fn:a.b:entry / arg0 > 0 / { capture(x=10 / (arg0 - 1)); capture(y=1); }",
            string.Concat(Enumerable.Range(0, 4).Select(i => $$"""{"function":"a.b","point":"entry","args":[{{i}}]}""" + "\n")),
            "--stats");
        string[] rows = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, rows.Length);
        string[] cells = rows[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["probe_0", "a.b:entry", "4", "1", "2", "1", "4", "0", "interpreted", "0", "0", "0.00"], cells[..12]);
        Assert.Matches(@"^\d+$", cells[12]);
        Assert.Equal(["DivisionByZero", "1"], cells[13..]);
        Assert.Equal(5, result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Statistics_are_for_programs_too()
    {
        string frames = string.Concat(Enumerable.Range(0, 4).Select(i => $$"""{"function":"a.b","point":"entry","args":[{{i}}]}""" + "\n"));
        var result = Run("fn:a.b:entry / arg0 > 0 / { capture(x=10 / (arg0 - 1)); } fn:a.b:exit { }", frames, "--stats", "--format", "json");
        var probes = result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        Assert.Equal(["probe_0", "probe_1"], probes.Select(probe => probe["probe"]!.GetValue<string>()));
        Assert.Equal([4, 1, 2], ((string[])["hits", "predicateFalse", "fired"]).Select(name => probes[0][name]!.GetValue<int>()));
        Assert.Equal("""{"DivisionByZero":1}""", probes[0]["faults"]!.ToJsonString());
        Assert.Equal(("a.b", "entry", "interpreted"), (Text(probes[0], "target"), Text(probes[0], "point"), Text(probes[0], "tier")));
        Assert.True(probes[0]["nanosecondsPerHit"]!.GetValue<double>() > 0);
        Assert.Equal((0, (string?)null, (string?)null), (probes[1]["hits"]!.GetValue<int>(), Text(probes[1], "tier"), Text(probes[1], "nanosecondsPerHit")));

        static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
    }

    [Fact]
    public void Every_tier_prints_the_same()
    {
        const string source = "fn:a.b:entry / arg0 % 3 == 0 && arg1 != 'y' / { capture(x=10 / (arg0 - 6)); $req.n = arg0; capture(n=$req.n); }";
        string frames = string.Concat(Enumerable.Range(0, 3_000).Select(i =>
            $$"""{"function":"a.b","point":"entry","args":[{{i % 20}},"{{(i % 7 == 0 ? "y" : "x")}}"],"request":"r{{i % 5}}"}""" + "\n"));
        var expected = Run(source, frames, "--tier", "interpreter");
        Assert.Equal((0, ""), (expected.ExitCode, expected.Error));
        Assert.Equal(expected, Run(source, frames, "--tier", "jit"));
        Assert.Equal(expected, Run(source, frames, "--tier", "auto"));
        Assert.Equal(expected, Run(source, frames));
    }

    [Fact]
    public void Stats_tell_the_tier()
    {
        string frames = string.Concat(Enumerable.Repeat("""{"function":"a.b","point":"entry","args":[1]}""" + "\n", 10));
        const string source = "fn:a.b:entry / arg0 > 0 / { capture(arg0); } fn:a.b:exit { }";
        string[] jit = Run(source, frames, "--stats", "--tier", "jit").Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] cells = jit[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["compiled", "2", "0"], cells[8..11]);
        Assert.NotEqual("0.00", cells[11]);
        Assert.Equal(["-", "0", "0", "0.00", "-", "-"], jit[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)[8..]);
        Assert.Contains(" interpreted ", Run(source, frames, "--stats", "--tier", "interpreter").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_dynamic_code_only_jit_is_refused()
    {
        const string frames = """{"function":"a.b","point":"entry","args":[1]}""";
        string[] line = ["exec", "-e", "fn:a.b:entry { capture(arg0); }", "--frames", "-"];
        var refused = HogTraceProcess.RunWithoutDynamicCode(frames, [.. line, "--tier", "jit"]);
        Assert.Equal((1, ""), (refused.ExitCode, refused.Out));
        Assert.StartsWith("hogtrace: --tier jit needs a runtime that compiles code", refused.Error, StringComparison.Ordinal);
        var expected = HogTraceProcess.RunWithText(frames, line);
        Assert.Equal(0, expected.ExitCode);
        Assert.Equal(expected, HogTraceProcess.RunWithoutDynamicCode(frames, line));
        Assert.Equal(expected, HogTraceProcess.RunWithoutDynamicCode(frames, [.. line, "--tier", "interpreter"]));
    }
}
