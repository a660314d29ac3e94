namespace HogTrace.Runtime;

/// <summary>
/// An operand stack as seen by <see cref="SecretFlow"/>: an immutable list, so that the two ways to a join share what
/// neither has touched, and joining them costs what they did since they parted.
/// </summary>
/// <param name="Node">Where the value comes from.</param>
/// <param name="Text">The value, when it is a known string; an Int in decimal.</param>
/// <param name="IsStore">Whether it is the request store itself.</param>
/// <param name="Below">The rest of the stack.</param>
internal sealed record FlowStack(int Node, string? Text, bool IsStore, FlowStack? Below)
{
    /// <summary>Whether it is, or may be, the tuple of arguments.</summary>
    public bool IsArguments { get; init; }

    /// <summary>The stack at a point that two paths reach. Verification has made them equally deep.</summary>
    public static FlowStack? Join(FlowStack? left, FlowStack? right, SecretNames names, FlowGraph graph)
    {
        var parted = new Stack<FlowStack>();
        while (!ReferenceEquals(left, right) && left is not null && right is not null)
        {
            // Of two possible keys, the one that matters is kept.
            string? text = left.Text is { } one && names.IsSecret(one) ? one
                : right.Text is { } other && (other == left.Text || names.IsSecret(other)) ? other : null;
            parted.Push(new FlowStack(graph.Join(left.Node, right.Node), text, left.IsStore && right.IsStore, null)
            {
                IsArguments = left.IsArguments || right.IsArguments,
            });
            left = left.Below;
            right = right.Below;
        }

        FlowStack? joined = left;
        while (parted.TryPop(out FlowStack? value))
            joined = value with { Below = joined };
        return joined;
    }
}
