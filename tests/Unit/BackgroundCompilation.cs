using HogTrace.Installing;

namespace HogTrace.Tests.Unit;

/// <summary>What the process compiles in the background, for whichever test.</summary>
internal static class BackgroundCompilation
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Returns when all is compiled that has been waiting so far: it is done in order.</summary>
    public static void WaitForPending()
    {
        using var marker = new Marker();
        CompilationQueue.Add(marker);
        Assert.True(marker.IsReached.Wait(s_patience), "compilations take too long");
    }

    /// <summary>Tells when its turn comes.</summary>
    private sealed class Marker : ICompilable, IDisposable
    {
        public ManualResetEventSlim IsReached { get; } = new();

        public void Compile() => IsReached.Set();

        public void Dispose() => IsReached.Dispose();
    }
}
