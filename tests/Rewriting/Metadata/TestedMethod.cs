using HogTrace.IlRewriting;

namespace HogTrace.Tests.Rewriting.Metadata;

/// <summary>A method of an assembly's file.</summary>
internal sealed record TestedMethod(string Name, int Token, MethodDescription Description, byte[] Body);
