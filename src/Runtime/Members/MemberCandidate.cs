using System.Reflection;

namespace HogTrace.Runtime;

/// <summary>A member of a type, before a policy has been asked.</summary>
/// <param name="Name">Its name in the source of its type.</param>
/// <param name="Member">What is read; the backing field of an auto-property.</param>
/// <param name="IsPublic">Whether anyone may name it.</param>
/// <param name="Needs">The first policy that allows reading it; null when none does.</param>
/// <param name="CallsHost">Whether reading it may run code of the host.</param>
/// <param name="What">What it is, for messages.</param>
internal sealed record MemberCandidate(
    string Name, MemberInfo Member, bool IsPublic, MemberPolicy? Needs, bool CallsHost, string What)
{
    public bool IsAllowed(MemberPolicy policy) => Needs is { } needs && needs <= policy;
}
