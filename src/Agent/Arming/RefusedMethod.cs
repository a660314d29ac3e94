namespace HogTrace.Agent.Arming;

/// <summary>A method that doesn't take its code, and why.</summary>
internal sealed record RefusedMethod(MethodKey Method, string Reason);
