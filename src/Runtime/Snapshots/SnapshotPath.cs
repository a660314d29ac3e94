using System.Runtime.CompilerServices;
using HogTrace.Bytecode;

namespace HogTrace.Runtime;

/// <summary>The objects that hold the one being copied, outermost first; finds cycles without allocating.</summary>
internal struct SnapshotPath
{
    private Steps _steps;

    /// <summary>How many objects are being copied now.</summary>
    public int Depth { get; private set; }

    public readonly bool Holds(object value)
    {
        for (int i = 0; i < Depth; i++)
        {
            if (ReferenceEquals(_steps[i], value))
                return true;
        }

        return false;
    }

    public void Enter(object value) => _steps[Depth++] = value;

    public void Leave() => _steps[--Depth] = null;

    // One more than the levels of objects: a frame's own mapping or tuple is none.
    [InlineArray(Limits.CaptureDepthMax + 1)]
    private struct Steps
    {
        private object? _first;
    }
}
