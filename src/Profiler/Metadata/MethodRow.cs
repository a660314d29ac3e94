namespace HogTrace.Profiler.Metadata;

/// <summary>What metadata says of a method.</summary>
/// <param name="Name">Its name, cut when it is long.</param>
/// <param name="DeclaringType">The token of the type that declares it.</param>
/// <param name="Signature">Its signature.</param>
/// <param name="Implementation">CorMethodImpl flags.</param>
internal readonly record struct MethodRow(string Name, int DeclaringType, byte[] Signature, int Implementation);
