namespace HogTrace.Tests.Properties.Generation;

/// <summary>An object with fields that can be read under every policy.</summary>
internal sealed class Node(string name, Node? inner)
{
    public string Name { get; } = name;

    public Node? Inner { get; set; } = inner;

    public int Count { get; } = 3;

    public static Node Cycle()
    {
        var node = new Node("c", null);
        node.Inner = node;
        return node;
    }
}
