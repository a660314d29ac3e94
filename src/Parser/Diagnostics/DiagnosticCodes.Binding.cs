namespace HogTrace.Parser.Diagnostics;

/// <summary>The codes of everything behind the syntax.</summary>
internal static partial class DiagnosticCodes
{
    public const string UnknownFunction = "HT2001";
    public const string WrongArity = "HT2002";
    public const string ExitOnlyName = "HT2003";
    public const string DuplicateField = "HT2004";
    public const string SampleRange = "HT2005";
    public const string RepeatedSample = "HT2006";
    public const string TextTooLong = "HT2007";
    public const string TooLarge = "HT2008";
    public const string NeedsVersion2 = "HT2009";

    public const string AlwaysFaults = "HT3001";
    public const string NearMiss = "HT3002";
    public const string NeverFires = "HT3003";
    public const string PartialGlob = "HT3004";
}
