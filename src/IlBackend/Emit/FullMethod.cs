using System.Reflection.Emit;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Emit;

/// <summary>The method that a whole predicate or body is compiled into.</summary>
internal sealed class FullMethod
{
    private readonly DynamicMethod _method = new(
        "run",
        typeof(CompiledOutcome),
        [typeof(CodeData), typeof(Value).MakeByRefType(), typeof(RunContext).MakeByRefType()],
        restrictedSkipVisibility: true);

    public FullMethod(IlListing? listing)
    {
        listing?.Arguments = ["data", "registers", "run"];
        Writer = new IlWriter(_method.GetILGenerator(), listing);
    }

    public IlWriter Writer { get; }

    /// <summary>Jits what was written. It is collected with the delegate.</summary>
    public CompiledCode Create(CodeData data) => _method.CreateDelegate<CompiledCode>(data);
}
