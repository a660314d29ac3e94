namespace HogTrace.Agent.Arming;

/// <summary>A hook and its number. A class, since collections of structs are compiled anew in every process.</summary>
internal sealed record NumberedHook(int Id, Bridge.Hook Hook);
