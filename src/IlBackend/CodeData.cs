using HogTrace.Runtime;

namespace HogTrace.IlBackend;

/// <summary>What compiled code is closed over: constants that IL has no room for.</summary>
internal sealed class CodeData
{
    /// <summary>The constants of the translated code.</summary>
    public Value[] Constants = [];

    /// <summary>Sites of captures and the translated code itself.</summary>
    public object[] Objects = [];
}
