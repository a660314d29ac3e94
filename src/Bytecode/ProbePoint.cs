namespace HogTrace.Bytecode;

/// <summary>Where in a call a probe stands.</summary>
public enum ProbePoint
{
    /// <summary>Before the body of the method runs.</summary>
    Entry = 0,

    /// <summary>After it returned or threw; for an asynchronous method, when it completed.</summary>
    Exit = 1,
}
