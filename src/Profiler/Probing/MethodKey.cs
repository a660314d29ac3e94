namespace HogTrace.Profiler.Probing;

/// <summary>A method as the runtime's ReJIT knows it: one for all instantiations.</summary>
/// <param name="Module">Its ModuleID, the address of the module in the runtime; ours are never unloaded.</param>
/// <param name="Token">Its metadata token.</param>
internal readonly record struct MethodKey(nint Module, int Token);
