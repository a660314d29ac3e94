namespace HogTrace.Runtime;

/// <summary>Which members of host objects a probe may read; each policy adds to the one before it.</summary>
public enum MemberPolicy
{
    /// <summary>Public fields, public auto-properties, records' properties and properties of trusted framework types: no user code runs.</summary>
    Safe,

    /// <summary>Any public property getter too; it may run user code.</summary>
    PublicGetters,

    /// <summary>Fields and auto-properties of any visibility too.</summary>
    NonPublic,
}
