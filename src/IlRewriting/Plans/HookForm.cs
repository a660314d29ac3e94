namespace HogTrace.IlRewriting.Plans;

/// <summary>How a hook is called; each is a family of methods of the bridge.</summary>
internal enum HookForm : byte
{
    /// <summary><c>Hits.Hit&lt;T0,…&gt;(id, input0, …)</c>: at most eight inputs, whose types are those of the method for every instantiation.</summary>
    Typed,

    /// <summary><c>Hits.HitPacked&lt;TInputs&gt;(id, inputs)</c>: any number of inputs, of any types.</summary>
    Packed,

    /// <summary>
    /// At a return only: <c>result = Hits.HitAsync&lt;TTask, TInputs&gt;(id, started, result, inputs)</c>, which hands the
    /// task through and is told of its completion. The inputs are arguments and the receiver.
    /// </summary>
    Async,
}
