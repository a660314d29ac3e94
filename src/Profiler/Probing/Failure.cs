namespace HogTrace.Profiler.Probing;

/// <summary>An armed method that didn't get its new code.</summary>
/// <param name="Method">The method.</param>
/// <param name="Result">The HRESULT.</param>
internal readonly record struct Failure(ArmedMethod Method, int Result);
