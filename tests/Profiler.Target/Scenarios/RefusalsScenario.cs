using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using HogTrace.IlRewriting.Plans;
using HogTrace.Tests.Profiler.Target.Probing;
using HogTrace.Tests.Profiler.Target.Shapes;

namespace HogTrace.Tests.Profiler.Target.Scenarios;

/// <summary>What can't be armed is refused at once, with a reason, and doesn't keep others from being armed.</summary>
internal static class RefusalsScenario
{
    // CORPROF_E_FUNCTION_NOT_IL and CORPROF_E_MODULE_IS_DYNAMIC.
    private const int NotIl = unchecked((int)0x80131354);
    private const int ModuleIsDynamic = unchecked((int)0x8013137A);

    public static void Run(ProfilerLibrary profiler)
    {
        Refuse(typeof(IComparable).GetMethod(nameof(IComparable.CompareTo))!, NotIl);
        Refuse(typeof(Math).GetMethod(nameof(Math.Sqrt))!, NotIl);
        Refuse(CollectibleMethod(), ModuleIsDynamic);
        Refuse(DynamicMethod(), ModuleIsDynamic);

        void Refuse(MethodInfo method, int code)
        {
            var plan = new ProbePlan(new HookCall(1, HookForm.Packed, []), null, null, ReadsClock: false);
            var add = new Probe(ShapeMethods.Get(typeof(Statics), nameof(Statics.Add)));
            var statuses = profiler.Arm([(method, plan), (add.Method, add.Plan)]);
            Check.Equal((code, 0), (statuses[0].Code, statuses[1].Code), method.ToString()!);
            Check.That(statuses[0].Detail.Length > 0, $"{method} was refused without a reason");
            Inlined.CallAdd(1, 2);
            Check.Equal("(1,2)", add.Entries.Calls, "the other method");
            profiler.Disarm(method, add.Method);
        }
    }

    private static MethodInfo CollectibleMethod()
    {
        var context = new AssemblyLoadContext("collectible", isCollectible: true);
        return context.LoadFromAssemblyPath(typeof(Statics).Assembly.Location).GetType(typeof(Statics).FullName!)!.GetMethod(nameof(Statics.Add))!;
    }

    private static MethodInfo DynamicMethod()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Made"), AssemblyBuilderAccess.Run);
        var type = assembly.DefineDynamicModule("Made").DefineType("Made");
        var code = type.DefineMethod("Nothing", MethodAttributes.Public | MethodAttributes.Static).GetILGenerator();
        code.Emit(OpCodes.Ret);
        return type.CreateType().GetMethod("Nothing")!;
    }
}
