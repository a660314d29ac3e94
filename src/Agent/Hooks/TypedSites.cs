using System.Reflection;
using HogTrace.Bridge;
using HogTrace.Runtime;

namespace HogTrace.Agent.Hooks;

/// <summary>Makes sites over types that are known only at run time, and the hooks that hit them.</summary>
internal static class TypedSites
{
    private const BindingFlags Constructors = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Type[] s_sites =
    [
        typeof(BareProbeSite), typeof(ProbeSite<>), typeof(ProbeSite<,>), typeof(ProbeSite<,,>), typeof(ProbeSite<,,,>),
        typeof(ProbeSite<,,,,>), typeof(ProbeSite<,,,,,>), typeof(ProbeSite<,,,,,,>), typeof(ProbeSite<,,,,,,,>),
    ];

    private static readonly Type[] s_hooks =
    [
        typeof(SiteHook<>), typeof(SiteHook<,>), typeof(SiteHook<,,>), typeof(SiteHook<,,,>), typeof(SiteHook<,,,,>),
        typeof(SiteHook<,,,,,>), typeof(SiteHook<,,,,,,>), typeof(SiteHook<,,,,,,,>), typeof(SiteHook<,,,,,,,,>),
    ];

    public static (ProbeSite Site, Hook Hook) Create(FrameShape frame, Type[] types, bool isGuarded)
    {
        if (types.Length == 0)
        {
            // What most probes that read nothing have, made without a search for constructors.
            var bare = new BareProbeSite(frame);
            return (bare, isGuarded ? new SiteHook<Guarded>(bare) : new SiteHook<Unguarded>(bare));
        }

        var guard = isGuarded ? typeof(Guarded) : typeof(Unguarded);
        object site = Activator.CreateInstance(s_sites[types.Length].MakeGenericType(types), Constructors, null, [frame], null)!;
        object hook = Activator.CreateInstance(s_hooks[types.Length].MakeGenericType([guard, .. types]), Constructors, null, [site], null)!;
        return ((ProbeSite)site, (Hook)hook);
    }
}
