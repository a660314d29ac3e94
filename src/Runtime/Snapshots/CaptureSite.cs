using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace HogTrace.Runtime;

/// <summary>What is known of a capture call before it runs: the names of its fields and which of them are secret.</summary>
internal sealed class CaptureSite
{
    /// <param name="names">A name for each field, in order.</param>
    /// <param name="flows">For each field, whether its value comes from a secret name (<see cref="SecretFlow"/>); empty means none.</param>
    /// <param name="secrets">Names that are secret themselves.</param>
    public CaptureSite(ImmutableArray<string> names, ReadOnlySpan<bool> flows, SecretNames secrets)
    {
        Names = names;
        bool[] secret = new bool[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            secret[i] = (i < flows.Length && flows[i]) || secrets.IsSecret(names[i]);
            HasSecrets |= secret[i];
            NameUnits += names[i].Length;
        }

        Secret = ImmutableCollectionsMarshal.AsImmutableArray(secret);
    }

    public ImmutableArray<string> Names { get; }

    /// <summary>For each field, whether its value is redacted.</summary>
    public ImmutableArray<bool> Secret { get; }

    /// <summary>Whether the value of any field is redacted.</summary>
    public bool HasSecrets { get; }

    /// <summary>Length of all names together.</summary>
    public int NameUnits { get; }
}
