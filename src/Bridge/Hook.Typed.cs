namespace HogTrace.Bridge;

/// <summary>A hook of one input.</summary>
public abstract class Hook<T0> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0);
}

/// <summary>A hook of two inputs.</summary>
public abstract class Hook<T0, T1> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0, T1 input1);
}

/// <summary>A hook of three inputs.</summary>
public abstract class Hook<T0, T1, T2> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0, T1 input1, T2 input2);
}

/// <summary>A hook of four inputs.</summary>
public abstract class Hook<T0, T1, T2, T3> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0, T1 input1, T2 input2, T3 input3);
}

/// <summary>A hook of five inputs.</summary>
public abstract class Hook<T0, T1, T2, T3, T4> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4);
}

/// <summary>A hook of six inputs.</summary>
public abstract class Hook<T0, T1, T2, T3, T4, T5> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
}

/// <summary>A hook of seven inputs.</summary>
public abstract class Hook<T0, T1, T2, T3, T4, T5, T6> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
}

/// <summary>A hook of eight inputs.</summary>
public abstract class Hook<T0, T1, T2, T3, T4, T5, T6, T7> : Hook
{
    /// <summary>A call.</summary>
    public abstract void Hit(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6, T7 input7);
}
