using System.Security.Cryptography;

namespace HogTrace.Cli.Attaching;

/// <summary>Names that no other session has.</summary>
internal static class SessionNames
{
    private const int Bytes = 12;

    public static string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
