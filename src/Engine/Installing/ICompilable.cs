namespace HogTrace.Installing;

/// <summary>Something that can be compiled in the background.</summary>
internal interface ICompilable
{
    /// <summary>Compiles, and publishes what it has made. Doesn't throw.</summary>
    void Compile();
}
