namespace HogTrace.Tests.EndToEnd.Attaching;

/// <summary>Tests that load the machine, or wait for it, run one after the other.</summary>
[CollectionDefinition(Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "That is what xunit calls it.")]
public sealed class HeavyTests
{
    public const string Name = "heavy";
}
