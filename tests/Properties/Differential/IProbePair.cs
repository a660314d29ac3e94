using HogTrace.Bytecode;
using HogTrace.IlBackend;
using HogTrace.Runtime;

namespace HogTrace.Tests.Properties.Differential;

/// <summary>One probe in two ways to run it, for one frame shape.</summary>
internal interface IProbePair
{
    /// <summary>Compiles what is to be compiled; runs so far have taught it.</summary>
    void Compile(Speculation speculation)
    {
    }

    /// <summary>Runs both; null when they agree, else what each has done.</summary>
    string? Compare(ReadOnlySpan<Value> inputs, NamedValues? names);
}

/// <summary>Makes a pair of a program's only probe.</summary>
internal delegate IProbePair PairMaker(ProbeEngine engine, VerifiedProgram program, FrameShape shape);
