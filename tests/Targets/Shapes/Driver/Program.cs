using Driver;

// On each line it takes the tour of all shapes once, and tells what they did. Nothing in here is in their namespace.
Console.WriteLine($"ready {Environment.ProcessId}");
while (Console.ReadLine() is not null)
{
    var transcript = new Transcript();
    Tour.Take(transcript);
    Console.WriteLine(transcript.ToString());
    Console.WriteLine("done");
}
