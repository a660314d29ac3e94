using HogTrace.IlRewriting;
using HogTrace.Profiler.Com;
using HogTrace.Profiler.Hosting;
using HogTrace.Profiler.Metadata;

namespace HogTrace.Profiler.Probing;

/// <summary>Makes methods' new bodies, before the runtime is asked for anything. For the worker's thread only.</summary>
internal sealed class Preparation(ProfilerInfo info, Counters counters)
{
    private readonly Dictionary<nint, ModuleMetadata> _modules = [];

    /// <returns>The method with its body; null with a result that says why not.</returns>
    public ArmedMethod? Prepare(ArmRequest request, out ArmResult result)
    {
        try
        {
            return Rewrite(request, out result);
        }
        catch (RuntimeRefusedException refused)
        {
            result = Refused(refused.Result, "the runtime refuses to add to the module's metadata");
        }
        catch (Exception defect)
        {
            result = Refused(HResult.Fail, $"{defect.GetType().Name}: {defect.Message}");
        }

        return null;
    }

    private ArmedMethod? Rewrite(ArmRequest request, out ArmResult result)
    {
        if (Fails(info.Identify(request.FunctionId, out var key), "the runtime doesn't know the method", out result) ||
            Fails(key.Token == request.Token ? HResult.Ok : HResult.InvalidArgument, "another method than its token says", out result) ||
            Fails(Open(key.Module, out var module), "no metadata, or a module made at run time", out result) ||
            Fails(info.GetBody(key, out var body), "the method has no IL", out result) ||
            Fails(module!.Methods.Read(key.Token, body, out var method), "its metadata can't be read", out result))
            return null;

        var rewritten = BodyRewriter.Rewrite(method!, body, request.Plan, module.Tokens);
        result = new ArmResult((int)rewritten.Reason, rewritten.Detail ?? "");
        if (rewritten.Body is null)
            return null;
        counters.CountRewritten();
        return new ArmedMethod(
            request.FunctionId, key, rewritten.Body, Array.ConvertAll(rewritten.Moved, moved => new CodeMapEntry(moved.Original, moved.Rewritten)));
    }

    private int Open(nint module, out ModuleMetadata? metadata)
    {
        if (_modules.TryGetValue(module, out metadata))
            return HResult.Ok;
        int result = ModuleMetadata.Open(info, module, out metadata);
        if (metadata is not null)
            _modules.Add(module, metadata);
        return result;
    }

    private static bool Fails(int code, string detail, out ArmResult result)
    {
        bool failed = HResult.Failed(code);
        result = failed ? Refused(code, detail) : default;
        return failed;
    }

    private static ArmResult Refused(int code, string detail) => new(code, detail);
}
