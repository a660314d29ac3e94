using HogTrace;

namespace Shop.Tracing;

/// <summary>Puts the engine into the application. This is all that a service needs to host HogTrace.</summary>
internal static class TracingSetup
{
    public static void AddTracing(this WebApplicationBuilder builder, ShopOptions options, TextWriter messages)
    {
        // The container disposes the engine with the application, which delivers what waits.
        builder.Services.AddSingleton(_ =>
        {
            var engine = new ProbeEngine();
            engine.Sinks.Add(options.Json ? new JsonLinesSink(Console.Out) : new ConsoleSink(Console.Out));
            return engine;
        });
        string path = options.Probes ?? FindShipped(builder.Environment.ContentRootPath);
        builder.Services.AddSingleton(services =>
            new ProbeFile(services.GetRequiredService<ProbeEngine>(), Path.GetFullPath(path), messages));
        builder.Services.AddHostedService(services => services.GetRequiredService<ProbeFile>());
    }

    // With `dotnet run` the content root is the project, whose file is the one to edit; else it is beside the program.
    private static string FindShipped(string contentRoot)
    {
        const string Name = "Probes/shop.hogtrace";
        string source = Path.Combine(contentRoot, Name);
        return File.Exists(source) ? source : Path.Combine(AppContext.BaseDirectory, Name);
    }
}
