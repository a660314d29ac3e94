using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using HogTrace.Bench.Compiling;

namespace HogTrace.Bench.Benchmarks;

/// <summary>Adds the column with the bytes allocated per character of source.</summary>
internal sealed class PerCharacterConfig : ManualConfig
{
    public PerCharacterConfig() => AddColumn(new Column());

    private sealed class Column : IColumn
    {
        public string Id => "AllocatedPerCharacter";

        public string ColumnName => "Alloc/Char";

        public string Legend => "Bytes allocated per character of source";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Metric;

        public int PriorityInCategory => 1;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Size;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            int length = Sources.Many((int)benchmarkCase.Parameters[nameof(CompileBenchmarks.Probes)]).Length;
            long? bytes = summary[benchmarkCase]?.GcStats.GetBytesAllocatedPerOperation(benchmarkCase);
            return bytes is null ? "?" : string.Create(CultureInfo.InvariantCulture, $"{(double)bytes / length:0} B");
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public bool IsAvailable(Summary summary) => true;
    }
}
