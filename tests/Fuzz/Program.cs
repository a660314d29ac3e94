using HogTrace.Tests.Fuzz;

// One stage over all its bombs, on a small stack. What has been announced last is what killed the process.
if (args is not [var name] || !Stages.All.TryGetValue(name, out var stage))
{
    Console.Error.WriteLine($"usage: HogTrace.Tests.Fuzz {string.Join('|', Stages.All.Keys)}");
    return 2;
}

const int StackBytes = 256 << 10;
int failures = 0;
var thread = new Thread(
    () =>
    {
        foreach (var (bomb, run) in stage())
        {
            Console.Out.WriteLine(bomb);
            if (run() is not { } complaint)
                continue;
            Console.Error.WriteLine($"{bomb}: {complaint}");
            failures++;
        }
    },
    StackBytes);
thread.Start();
thread.Join();
return failures == 0 ? 0 : 1;
