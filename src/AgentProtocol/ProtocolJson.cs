using System.Text.Json.Serialization;

namespace HogTrace.AgentProtocol;

/// <summary>The JSON form of messages.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Refusal))]
[JsonSerializable(typeof(BindingReport))]
[JsonSerializable(typeof(ArmingReport))]
[JsonSerializable(typeof(StatisticsReport))]
[JsonSerializable(typeof(ListedMethod))]
[JsonSerializable(typeof(EndReport))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
