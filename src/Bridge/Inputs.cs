namespace HogTrace.Bridge;

/// <summary>Inputs of a call, one of them.</summary>
public struct Inputs<T0>(T0 input0)
{
    public T0 Input0 = input0;
}

/// <summary>Inputs of a call, two of them.</summary>
public struct Inputs<T0, T1>(T0 input0, T1 input1)
{
    public T0 Input0 = input0;
    public T1 Input1 = input1;
}

/// <summary>Inputs of a call, three of them.</summary>
public struct Inputs<T0, T1, T2>(T0 input0, T1 input1, T2 input2)
{
    public T0 Input0 = input0;
    public T1 Input1 = input1;
    public T2 Input2 = input2;
}

/// <summary>Inputs of a call, four of them.</summary>
public struct Inputs<T0, T1, T2, T3>(T0 input0, T1 input1, T2 input2, T3 input3)
{
    public T0 Input0 = input0;
    public T1 Input1 = input1;
    public T2 Input2 = input2;
    public T3 Input3 = input3;
}

/// <summary>Inputs of a call, five of them.</summary>
public struct Inputs<T0, T1, T2, T3, T4>(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4)
{
    public T0 Input0 = input0;
    public T1 Input1 = input1;
    public T2 Input2 = input2;
    public T3 Input3 = input3;
    public T4 Input4 = input4;
}

/// <summary>Inputs of a call, six of them.</summary>
public struct Inputs<T0, T1, T2, T3, T4, T5>(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5)
{
    public T0 Input0 = input0;
    public T1 Input1 = input1;
    public T2 Input2 = input2;
    public T3 Input3 = input3;
    public T4 Input4 = input4;
    public T5 Input5 = input5;
}

/// <summary>Inputs of a call, seven of them.</summary>
public struct Inputs<T0, T1, T2, T3, T4, T5, T6>(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6)
{
    public T0 Input0 = input0;
    public T1 Input1 = input1;
    public T2 Input2 = input2;
    public T3 Input3 = input3;
    public T4 Input4 = input4;
    public T5 Input5 = input5;
    public T6 Input6 = input6;
}

/// <summary>Inputs of a call: seven and those in the rest, which is such a struct again.</summary>
public struct Inputs<T0, T1, T2, T3, T4, T5, T6, TRest>(T0 input0, T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6, TRest rest)
{
    public T0 Input0 = input0;
    public T1 Input1 = input1;
    public T2 Input2 = input2;
    public T3 Input3 = input3;
    public T4 Input4 = input4;
    public T5 Input5 = input5;
    public T6 Input6 = input6;
    public TRest Rest = rest;
}
