using System.Collections.Frozen;

namespace HogTrace.Runtime;

/// <summary>
/// The names whose values a capture redacts, compared as whole names without case and punctuation.
/// Immutable.
/// </summary>
public sealed class SecretNames
{
    internal const string Redacted = "[redacted]";

    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly int _longest;

    private SecretNames(IEnumerable<string> normalized)
    {
        _names = normalized.ToFrozenSet(StringComparer.Ordinal);
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _names.Count == 0 ? 0 : _names.Max(name => name.Length);
    }

    /// <summary>The list that holds unless an engine is given another.</summary>
    public static SecretNames Default { get; } = Empty.With(
        "password", "passwd", "pwd", "passphrase", "passcode", "passwordhash", "newpassword", "oldpassword",
        "currentpassword", "confirmpassword", "secret", "clientsecret", "secretkey", "sharedsecret", "token",
        "accesstoken", "refreshtoken", "idtoken", "authtoken", "bearertoken", "sessiontoken", "csrftoken", "jwt",
        "apikey", "xapikey", "apisecret", "accesskey", "secretaccesskey", "accountkey", "sessionkey",
        "authorization", "proxyauthorization", "credential", "credentials", "cookie", "cookies", "setcookie",
        "creditcard", "creditcardnumber", "cardnumber", "cvv", "cvc", "cvv2", "ssn", "socialsecuritynumber",
        "connectionstring", "privatekey", "encryptionkey", "signingkey", "otp", "totp");

    /// <summary>No names at all: nothing is redacted.</summary>
    public static SecretNames Empty => new([]);

    /// <summary>How many names there are.</summary>
    public int Count => _names.Count;

    /// <summary>These names and more.</summary>
    public SecretNames With(params IEnumerable<string> names) =>
        new(_names.Concat(names.Select(Normalize).Where(name => name.Length > 0)));

    /// <summary>These names without some of them.</summary>
    public SecretNames Without(params IEnumerable<string> names) => new(_names.Except(names.Select(Normalize)));

    /// <summary>Whether the value under this name is a secret. Allocates nothing.</summary>
    public bool IsSecret(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        const int OnStack = 64;
        Span<char> buffer = _longest <= OnStack ? stackalloc char[OnStack] : new char[_longest];
        int length = 0;
        foreach (char unit in name)
        {
            if (!char.IsLetterOrDigit(unit))
                continue;
            if (length == _longest)
                return false;
            buffer[length++] = char.ToLowerInvariant(unit);
        }

        return length > 0 && _lookup.Contains(buffer[..length]);
    }

    private static string Normalize(string name) =>
        string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
