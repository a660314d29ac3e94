using System.Globalization;

namespace HogTrace.Bytecode;

/// <summary>A place in a source text; both count from 1, the column in UTF-16 units.</summary>
internal readonly record struct LinePosition(int Line, int Column)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
