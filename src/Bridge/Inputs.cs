namespace HogTrace.Bridge;

/// <summary>Seven inputs of a call.</summary>
[Arities]
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
