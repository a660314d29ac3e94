using System.Text.Json;
using HogTrace.Parser;

namespace HogTrace.Tests.Unit.Parser;

/// <summary>Every case of negative.jsonl: one mistake, its code, its place, and the words that name it.</summary>
public sealed class NegativeTests
{
    public static TheoryData<string> Cases { get; } = [.. ReadCases().Select(item => item.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void NamesTheMistakeWhereItIs(string name)
    {
        var item = ReadCases().Single(candidate => candidate.GetProperty("name").GetString() == name);
        var diagnostics = SourceParser.Parse(item.GetProperty("source").GetString()!).Diagnostics;

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity);
        Assert.Equal(item.GetProperty("code").GetString(), diagnostic.Code);
        Assert.Equal(
            (item.GetProperty("line").GetInt32(), item.GetProperty("column").GetInt32(), item.GetProperty("length").GetInt32()),
            (diagnostic.Line, diagnostic.Column, diagnostic.Length));
        Assert.Contains(item.GetProperty("messageContains").GetString()!, diagnostic.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> ReadCases() =>
        Resource.Read("negative.jsonl")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line));
}
