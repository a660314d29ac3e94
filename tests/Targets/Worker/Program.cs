using System.Globalization;
using System.Runtime.Loader;
using Worker;

// A process that does on command what tests of attaching want to see: a line in, a line out.
Console.WriteLine($"ready {Environment.ProcessId}");
while (Console.ReadLine() is { } line)
{
    string[] words = line.Split(' ', 2);
    string argument = words.Length > 1 ? words[1] : "";
    if (words[0] == "return")
    {
        Bursts.Run(argument, () => "");
        return;
    }

    Console.WriteLine(words[0] switch
    {
        "add" => Calls.Add(1, int.Parse(argument, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture),
        "load" => Plugins.Greet(System.Reflection.Assembly.LoadFrom(argument)),
        "context" => Plugins.Greet(new AssemblyLoadContext("plugins").LoadFromAssemblyPath(argument)),
        "collectible" => Plugins.Greet(Plugins.Collectible.LoadFromAssemblyPath(argument)),
        "unobserved" => await Tasks.LeaveUnobserved(),
        "same" => await Tasks.IsTheSame(),
        "start" => Hammer.Start(int.Parse(argument, CultureInfo.InvariantCulture)),
        "stop" => Hammer.Stop(),
        "burst" => Bursts.Run(argument, () => Exit(0)),
        "crash" => Bursts.Run(argument, () => throw new InvalidOperationException("as told")),
        "exit" => Exit(int.Parse(argument, CultureInfo.InvariantCulture)),
        _ => "unknown",
    });
}

static string Exit(int code)
{
    Environment.Exit(code);
    return "";
}
