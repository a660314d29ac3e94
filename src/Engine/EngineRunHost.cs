using HogTrace.Runtime;

namespace HogTrace;

/// <summary>What the runs of an engine need of it.</summary>
internal sealed class EngineRunHost(ProbeEngineOptions options, RequestScopes requests)
    : RunHost(options.Limits, new MemberResolver(options.Members), options.Snapshots with { Secrets = options.SecretNames })
{
    public override RequestStore CurrentStore => requests.CurrentStore;
}
