namespace HogTrace.Parser.Diagnostics;

/// <summary>
/// The stable codes of diagnostics: HT1xxx for the syntax, HT2xxx for binding, HT3xxx for warnings. A code is never
/// given a new meaning.
/// </summary>
internal static partial class DiagnosticCodes
{
    public const string Unexpected = "HT1001";
    public const string MissingSemicolon = "HT1002";
    public const string AssignInExpression = "HT1003";
    public const string SlashInPredicate = "HT1004";
    public const string UnknownPoint = "HT1005";
    public const string UnterminatedString = "HT1006";
    public const string ChainedComparison = "HT1007";
    public const string UnclosedBracket = "HT1008";
    public const string ForeignLiteral = "HT1009";
    public const string WordOperator = "HT1010";
    public const string ForeignOperator = "HT1011";
    public const string SlashSlash = "HT1012";
    public const string EmptyStatement = "HT1013";
    public const string MissingBody = "HT1014";
    public const string UnclosedBody = "HT1015";
    public const string MissingPoint = "HT1016";
    public const string MixedArguments = "HT1017";
    public const string NotAnAssignment = "HT1018";
    public const string AssignToName = "HT1019";
    public const string NotAStatement = "HT1020";
    public const string MethodCall = "HT1021";
    public const string UnknownProvider = "HT1022";
    public const string SampleWithoutUnit = "HT1023";
    public const string ListLiteral = "HT1024";
    public const string UnknownEscape = "HT1025";
    public const string BadNumber = "HT1026";
    public const string NumberOutOfRange = "HT1027";
    public const string UnterminatedComment = "HT1028";
    public const string EmptyPredicate = "HT1029";
    public const string UnclosedPredicate = "HT1030";
    public const string StrayBracket = "HT1031";
    public const string UnknownCharacter = "HT1032";
    public const string RequestWithoutName = "HT1033";
    public const string LiteralAsName = "HT1034";
    public const string MissingOperand = "HT1035";
    public const string MissingOperator = "HT1036";
    public const string CaptureInExpression = "HT1037";
    public const string StarsInSegment = "HT1038";
    public const string LoneSurrogate = "HT1039";
    public const string StringTooLong = "HT1040";
    public const string NestingTooDeep = "HT1041";
    public const string TooManyProbes = "HT1042";
    public const string SourceTooLong = "HT1043";
    public const string BadTarget = "HT1044";
    public const string BadOffset = "HT1045";
    public const string UnknownStatement = "HT1046";
    public const string MismatchedBracket = "HT1047";
}
