using System.Diagnostics;
using HogTrace.Tests.EndToEnd.Cli;

namespace HogTrace.Tests.EndToEnd.Packages;

/// <summary>The packages, used as by someone who has nothing else of this repository.</summary>
public sealed class PackageTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private const string Program = """
        using HogTrace;
        using HogTrace.Runtime;

        using var engine = new ProbeEngine();
        engine.Sinks.Add(new JsonLinesSink(Console.Out));
        engine.Install(HogTraceProgram.Compile("fn:Demo.Add:exit / arg0 > 1 / { capture(sum=retval); }"));
        var site = ProbeSite.For<int, int>("Demo.Add", "a", "b");
        var call = site.Enter(2, 3);
        call.Exit(2 + 3);
        engine.Flush();
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <RestoreAdditionalProjectSources>packages</RestoreAdditionalProjectSources>
            <RestorePackagesPath>restored</RestorePackagesPath>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="HogTrace.Jit" Version="*" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public void The_library_and_the_tool_work_from_their_packages()
    {
        using var folder = new TemporaryFolder();
        string packages = folder.Name("packages");
        foreach (string project in (string[])["src/Package", "src/Cli"])
            Run(Repository, "pack", project, "--no-build", "-c", Configuration, "-o", packages);
        string[] made = [.. Directory.GetFiles(packages).Select(Path.GetFileName).OfType<string>()];
        Assert.Contains(made, name => name.StartsWith("HogTrace.Jit.", StringComparison.Ordinal) && name.EndsWith(".nupkg", StringComparison.Ordinal));
        Assert.Contains(made, name => name.StartsWith("HogTrace.Jit.", StringComparison.Ordinal) && name.EndsWith(".snupkg", StringComparison.Ordinal));

        folder.Write("Demo.csproj", Project);
        folder.Write("Program.cs", Program);
        string output = Run(Path.GetDirectoryName(packages)!, "run", "--project", folder.Name("Demo.csproj"));
        Assert.Contains("\"captures\":{\"sum\":5}", output, StringComparison.Ordinal);

        string tools = folder.Name("tools");
        Run(packages, "tool", "install", "hogtrace", "--tool-path", tools, "--add-source", packages, "--no-cache");
        string tool = Path.Combine(tools, "hogtrace");
        Assert.Contains("trace", Start(tool, packages, "--help"), StringComparison.Ordinal);
        // That it runs is not all: the agent has to be with it.
        string list = Start(tool, packages, "list", "-p", Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), "HogTrace.Tests.EndToEnd.Packages.PackageTests.*");
        Assert.Contains(nameof(The_library_and_the_tool_work_from_their_packages), list, StringComparison.Ordinal);
    }

    // artifacts/bin/<project>/<configuration>, five levels below the repository's root.
    private static string Repository => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    private static string Configuration =>
        new DirectoryInfo(AppContext.BaseDirectory).Name == "release" ? "Release" : "Debug";

    private static string Run(string directory, params string[] arguments) => Start("dotnet", directory, arguments);

    private static string Start(string program, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_NOLOGO"] = "1";
        // The test host's own settings are not the user's.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end");
        }

        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}:\n{output.Result}\n{error.Result}");
        return output.Result;
    }
}
