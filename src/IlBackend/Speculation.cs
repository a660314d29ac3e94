namespace HogTrace.IlBackend;

/// <summary>What compiled code stakes on values being like those before; a form whose guards fail too often is followed by one that stakes less.</summary>
internal enum Speculation
{
    /// <summary>Kinds, types, and Ints of 32 bits: most arithmetic on those can't overflow and needs no check.</summary>
    SmallInts,

    /// <summary>Kinds and types.</summary>
    Kinds,

    /// <summary>Nothing that isn't known.</summary>
    None,
}
