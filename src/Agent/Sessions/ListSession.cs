using HogTrace.Agent.Binding;
using HogTrace.Agent.Channels;
using HogTrace.Agent.Modules;
using HogTrace.AgentProtocol;
using HogTrace.Matching;

namespace HogTrace.Agent.Sessions;

/// <summary>Lists methods.</summary>
internal sealed class ListSession(AgentChannel channel, SessionRequest request) : Session(channel, request)
{
    public override void Begin()
    {
        var lines = new LineBatch(Messages, MessageKind.Methods);
        var filter = new MethodFilter(new TargetPattern(Request.Pattern));
        int left = AgentLimits.ListedMethods;
        foreach (var assembly in LoadedAssemblies.All)
        {
            foreach (var found in MethodFinder.Find(assembly, [filter], Request.IncludesFramework, left))
            {
                lines.TryAdd(MessageWriter.Serialize(json => MessageJson.Write(json, ToListed(found, assembly.GetName().Name ?? ""))));
                left--;
            }
        }

        lines.Send();
        End(left == 0 ? $"there may be more: a listing ends at {AgentLimits.ListedMethods} methods" : "");
    }

    private static ListedMethod ToListed(FoundMethod found, string module) => new(
        found.Name,
        found.Signature,
        module,
        found.Method is null ? [] : MethodSignatures.MarksOf(found.Method),
        found.Obstacle);
}
