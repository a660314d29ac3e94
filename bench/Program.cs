using BenchmarkDotNet.Running;
using HogTrace.Bench.Attached;
using HogTrace.Bench.Captures;
using HogTrace.Bench.Paired;

if (args is ["paired", .. var rest])
    return PairedCommand.Run(rest);
if (args is ["captures", .. var captures])
    return CaptureCommand.Run(captures);
if (args is ["attached", .. var attached])
    return AttachedCommand.Run(attached);
BenchmarkSwitcher.FromAssembly(typeof(PairedCommand).Assembly).Run(args);
return 0;
