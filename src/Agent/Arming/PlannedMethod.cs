using HogTrace.IlRewriting.Plans;

namespace HogTrace.Agent.Arming;

/// <summary>What is to be put into a method.</summary>
internal sealed record PlannedMethod(MethodKey Method, ProbePlan Plan);
