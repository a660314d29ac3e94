namespace HogTrace.Bridge;

/// <summary>A hook of eight inputs.</summary>
[Arities]
public abstract class Hook<T0, T1, T2, T3, T4, T5, T6, T7> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6, T7 input7);
}
