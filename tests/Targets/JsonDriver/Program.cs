using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using JsonDriver;
using JsonDriver.Exercises;

// Does much with Newtonsoft.Json, once for every line that it is given, and prints a transcript that ends with an empty
// line. What it prints is the same every time, in whichever way the library's methods are compiled.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
// Loaded, so that its methods can be probed before the first of them is used.
Console.WriteLine($"ready: {Environment.ProcessId} {typeof(Newtonsoft.Json.JsonConvert).Assembly.GetName().Name}");
while (Console.ReadLine() is { } line)
{
    // "prepare ASSEMBLY NAMESPACE" compiles methods instead.
    if (line.Split(' ') is ["prepare", var assembly, var space])
    {
        Console.WriteLine(Preparation.Run(assembly, space));
        continue;
    }

    var transcript = new Transcript();
    for (int round = 0; round < 3; round++)
    {
        ObjectGraphs.Run(transcript);
        Settings.Run(transcript);
        Converters.Run(transcript);
        LinqToJson.Run(transcript);
        Paths.Run(transcript);
        Streams.Run(transcript);
        Documents.Run(transcript);
        Errors.Run(transcript);
    }

    foreach (string text in transcript.Lines)
        Console.WriteLine(text);
    string all = string.Join('\n', transcript.Lines);
    Console.WriteLine($"hash: {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(all)))}");
    Console.WriteLine();
}
