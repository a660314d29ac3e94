namespace HogTrace.IlRewriting.Bodies;

/// <summary>What comes after an instruction.</summary>
internal enum Flow : byte
{
    /// <summary>The next instruction.</summary>
    Next,

    /// <summary>The instruction it is a prefix of.</summary>
    Prefix,

    /// <summary>The target.</summary>
    Branch,

    /// <summary>The target or the next.</summary>
    Condition,

    /// <summary>One of the targets or the next.</summary>
    Switch,

    /// <summary>The target, outside of the clause; the evaluation stack is emptied.</summary>
    Leave,

    /// <summary>The caller.</summary>
    Return,

    /// <summary>A handler.</summary>
    Throw,

    /// <summary>Another method, in place of this.</summary>
    Jump,

    EndFinally,
    EndFilter,
}
