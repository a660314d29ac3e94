namespace HogTrace;

/// <summary>
/// Stands on a type for as many arguments as there can be. Those for fewer are generated from it: what is about the
/// arguments that they haven't is left out.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class AritiesAttribute : Attribute;
