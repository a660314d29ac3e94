using HogTrace.Runtime;

namespace HogTrace.Tests.Unit.Runtime.Secrets;

public sealed class SecretNamesTests
{
    private sealed class Account
    {
        public string Password { get; set; } = "p1";

        public string Open { get; set; } = "o1";

        public Account? Inner { get; set; }
    }

    [Theory]
    [InlineData("password")]
    [InlineData("PassWord")]
    [InlineData("_access_token")]
    [InlineData("Set-Cookie")]
    [InlineData("ConnectionString")]
    public void Whole_names_without_case_and_punctuation(string name) => Assert.True(SecretNames.Default.IsSecret(name));

    [Theory]
    [InlineData("cancellationToken")]
    [InlineData("passwordPolicyIdentifierOfTheCurrentTenantAndItsSubsidiariesWorldwide")]
    [InlineData("")]
    [InlineData("__")]
    public void Others_are_none(string name) => Assert.False(SecretNames.Default.IsSecret(name));

    [Fact]
    public void The_list_grows_and_shrinks()
    {
        Assert.True(SecretNames.Default.With("Shoe-Size").IsSecret("shoe_size"));
        Assert.False(SecretNames.Default.Without("PASS_WORD").IsSecret("password"));
        Assert.False(SecretNames.Empty.IsSecret("password"));
        Assert.True(SecretNames.Empty.With(new string('x', 100)).IsSecret(new string('X', 100)));
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        SecretNames names = SecretNames.Default;
        Assert.True(names.IsSecret("Pass_Word"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        names.IsSecret("Pass_Word");
        names.IsSecret("CustomerName");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Members_keys_and_pairs_are_redacted_at_any_depth()
    {
        var host = new SnapshotHost();
        string json = host.Json(new List<object>
        {
            new Account { Inner = new Account() },
            new Dictionary<string, object> { ["api-key"] = "k1", ["open"] = "o2" },
            KeyValuePair.Create("Authorization", "k2"),
        });
        Assert.DoesNotContain("p1", json, StringComparison.Ordinal);
        Assert.DoesNotContain("k1", json, StringComparison.Ordinal);
        Assert.DoesNotContain("k2", json, StringComparison.Ordinal);
        Assert.Contains("o1", json, StringComparison.Ordinal);
        Assert.Contains("o2", json, StringComparison.Ordinal);
        Assert.Equal("\"[redacted]\"", host.Json("p", "pass_word"));
    }
}
