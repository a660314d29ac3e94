using BenchmarkDotNet.Running;
using HogTrace.Bench.Captures;
using HogTrace.Bench.Paired;

if (args is ["paired", .. var rest])
    return PairedCommand.Run(rest);
if (args is ["captures", .. var captures])
    return CaptureCommand.Run(captures);
BenchmarkSwitcher.FromAssembly(typeof(PairedCommand).Assembly).Run(args);
return 0;
