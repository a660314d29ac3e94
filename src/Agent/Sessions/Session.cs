using System.Reflection;
using HogTrace.Agent.Channels;
using HogTrace.AgentProtocol;

namespace HogTrace.Agent.Sessions;

/// <summary>What a client has asked for, from its first message to its last. Used by the agent's thread only.</summary>
internal abstract class Session(AgentChannel channel, SessionRequest request)
{
    public AgentChannel Channel => channel;

    public SessionRequest Request => request;

    /// <summary>Whether nothing more will come of it.</summary>
    public bool IsOver { get; private set; }

    public MessageWriter Messages { get; } = new(channel, request);

    /// <summary>The first words.</summary>
    public void Greet(Hello hello) => Messages.Send(hello);

    /// <summary>Does what can be done at once.</summary>
    public abstract void Begin();

    /// <summary>Time has passed.</summary>
    public virtual void Tick()
    {
    }

    /// <summary>The process is about to end: sends what waits, which no channel takes any more.</summary>
    public virtual void Flush()
    {
    }

    /// <summary>Whether a new assembly may concern it. On any thread.</summary>
    public virtual bool MayConcern(Assembly assembly) => false;

    /// <summary>An assembly was loaded.</summary>
    public virtual void Add(Assembly assembly)
    {
    }

    /// <summary>The client wants it to end, and listens to what is left to say.</summary>
    public void Finish() => End("");

    /// <summary>The client has gone, or the process is about to.</summary>
    public void Abandon()
    {
        if (IsOver)
            return;
        IsOver = true;
        Messages.Hold();
        Stop(isHeard: true);
    }

    protected void Refuse(RefusalReason reason, string message)
    {
        IsOver = true;
        Stop(isHeard: false);
        Messages.Send(new Refusal(reason, message));
    }

    protected void End(string reason)
    {
        if (IsOver)
            return;
        IsOver = true;
        Stop(isHeard: true);
        Messages.Send(new EndReport(reason));
    }

    /// <summary>Lets go of everything.</summary>
    /// <param name="isHeard">Whether the client may still listen.</param>
    protected virtual void Stop(bool isHeard)
    {
    }
}
