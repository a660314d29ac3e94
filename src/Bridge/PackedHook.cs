namespace HogTrace.Bridge;

/// <summary>A hook whose inputs' types differ from call to call, or are too many to name.</summary>
public abstract class PackedHook : Hook
{
    /// <summary>A call.</summary>
    /// <typeparam name="TInputs">An <c>Inputs</c> of this assembly.</typeparam>
    public abstract void Hit<TInputs>(TInputs inputs)
        where TInputs : struct;
}
