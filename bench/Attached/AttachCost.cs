using System.Diagnostics;
using HogTrace.Bench.Paired;

namespace HogTrace.Bench.Attached;

/// <summary>
/// CPU and memory that attaching takes from an idle service, up to the first capture, and after the end. The order that is
/// captured is in it.
/// </summary>
internal static class AttachCost
{
    private const string Source =
        """
        fn:Plain.Orders.OrderService.CreateAsync:entry / quantity > 3 / { capture(customer, item); }
        fn:Plain.Payments.PaymentGateway.AuthorizeAsync:exit { capture(card, amountCents, retval, duration, exception); }
        fn:Plain.Orders.OrderService.Total:exit { capture(price, quantity, retval); }
        """;

    /// <summary>In fresh processes.</summary>
    public static int First(int rounds)
    {
        List<Stages> all = [];
        for (int i = 0; i < rounds; i++)
        {
            using var plain = new PlainService();
            all.Add(Measure(plain));
        }

        var table = new Table("first attach", "CPU ms", "resident KB", "ms");
        Add(table, "idle for a second", all.Select(stages => stages.Idle));
        Add(table, "until armed", all.Select(stages => stages.Armed));
        Add(table, "until captured", all.Select(stages => stages.Captured));
        Add(table, "a second later", all.Select(stages => stages.Later));
        Add(table, "detached", all.Select(stages => stages.Detached));
        Console.Out.WriteLine(table.ToText(markdown: false));
        return 0;
    }

    /// <summary>In one process.</summary>
    public static int Again(int rounds)
    {
        using var plain = new PlainService();
        var start = plain.Use;
        var table = new Table("attach", "CPU ms until captured", "CPU ms until detached", "resident KB since the start");
        for (int i = 1; i <= rounds; i++)
        {
            var stages = Measure(plain);
            table.Add(
                $"{i}",
                Table.Number(stages.Captured.Use.CpuMilliseconds),
                Table.Number(stages.Detached.Use.CpuMilliseconds),
                Table.Number((plain.Use - start).Kilobytes));
        }

        Console.Out.WriteLine(table.ToText(markdown: false));
        return 0;
    }

    private static Stages Measure(PlainService plain)
    {
        var before = plain.Use;
        Thread.Sleep(1000);
        var idle = new Stage(plain.Use - before, 1000);
        before = plain.Use;
        var clock = Stopwatch.StartNew();
        Stage Now() => new(plain.Use - before, clock.Elapsed.TotalMilliseconds);
        using var trace = new AttachedTrace(plain.ProcessId, Source);
        trace.WaitUntilArmed();
        var armed = Now();
        plain.Order(5);
        trace.WaitForCapture();
        var captured = Now();
        Thread.Sleep(1000);
        var later = Now();
        trace.Finish();
        return new Stages(idle, armed, captured, later, Now());
    }

    private static void Add(Table table, string name, IEnumerable<Stage> stages) => table.Add(
        name,
        Table.WithRange(Statistics.Over(stages.Select(stage => stage.Use.CpuMilliseconds))),
        Table.WithRange(Statistics.Over(stages.Select(stage => stage.Use.Kilobytes))),
        Table.WithRange(Statistics.Over(stages.Select(stage => stage.Milliseconds))));

    /// <summary>What was used since the attach began, and how long ago that is.</summary>
    private sealed record Stage(ProcessUse Use, double Milliseconds);

    private sealed record Stages(Stage Idle, Stage Armed, Stage Captured, Stage Later, Stage Detached);
}
