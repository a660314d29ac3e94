namespace HogTrace.Bytecode;

/// <summary>The names that mean something in every probe.</summary>
internal static class ReservedNames
{
    public const string Request = "$request";
    public const string Req = "$req";
    public const string Args = "args";
    public const string Kwargs = "kwargs";
    public const string Self = "self";
    public const string ReturnValue = "retval";
    public const string Exception = "exception";
    public const string Duration = "duration";
    public const string Locals = "locals";
    public const string Globals = "globals";

    private const string ArgumentPrefix = "arg";

    public static bool IsRequestStore(string name) => name is Req or Request;

    /// <summary>Names that have a value only once the call is over.</summary>
    public static bool IsExitOnly(string name) => name is ReturnValue or Exception or Duration;

    public static bool IsReserved(string name) =>
        name is Args or Kwargs or Self or Locals or Globals || IsExitOnly(name) || TryGetArgument(name, out _);

    /// <summary>Reads N of <c>argN</c>: decimal digits without a leading zero, at most 3.</summary>
    public static bool TryGetArgument(string name, out int index)
    {
        index = 0;
        if (!name.StartsWith(ArgumentPrefix, StringComparison.Ordinal) || name.Length is < 4 or > 6)
            return false;
        if (name[3] == '0' && name.Length > 4)
            return false;
        for (int i = 3; i < name.Length; i++)
        {
            if (!char.IsAsciiDigit(name[i]))
                return false;
            index = (index * 10) + (name[i] - '0');
        }

        return true;
    }
}
