namespace HogTrace.Bridge;

/// <summary>What a number in a method's code stands for. A probed method knows only this assembly.</summary>
public abstract class Hook
{
    /// <summary>A call of a method that gives it nothing.</summary>
    public virtual void Hit()
    {
    }
}
