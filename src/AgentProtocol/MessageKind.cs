namespace HogTrace.AgentProtocol;

/// <summary>
/// What a message of the agent is. A message has the session, the kind, a number that counts the session's messages from
/// 0, so that lost ones are noticed, and a payload in UTF-8 JSON.
/// </summary>
internal enum MessageKind
{
    /// <summary>A <see cref="Hello"/>: the agent is there and has understood. Always the first.</summary>
    Hello = 1,

    /// <summary>A <see cref="Refusal"/>: nothing more will come.</summary>
    Refused = 2,

    /// <summary>A <see cref="BindingReport"/>; again whenever a module that was loaded later has changed it.</summary>
    Bound = 3,

    /// <summary>An <see cref="ArmingReport"/>: the probes are in place; again as for <see cref="Bound"/>.</summary>
    Armed = 4,

    /// <summary>Captures and faults, one JSON object a line, as <c>JsonLinesSink</c> writes them.</summary>
    Events = 5,

    /// <summary>A <see cref="StatisticsReport"/>, about once a second when it has changed, and at the end.</summary>
    Statistics = 6,

    /// <summary>A number of <see cref="ListedMethod"/>s, one JSON object a line.</summary>
    Methods = 7,

    /// <summary>
    /// Nothing, not counted: a reader of event streams holds back what came last until something later comes, so this
    /// follows when nothing else does.
    /// </summary>
    Pulse = 9,

    /// <summary>An <see cref="EndReport"/>: the command is done, or the session was finished. Nothing more will come.</summary>
    Ended = 8,
}
