namespace HogTrace.Runtime;

/// <summary>Membership in host sets. It runs the comparer of the host's set, and may throw what that throws.</summary>
internal abstract class SetAccess
{
    public abstract bool Contains(object set, in Value item);

    public static SetAccess? For(Type type)
    {
        if (TypeShape.ArgumentsOf(type, typeof(IReadOnlySet<>)) is { } readOnly)
            return TypeShape.Make<SetAccess>(typeof(OfReadOnly<>), readOnly);
        return TypeShape.ArgumentsOf(type, typeof(ISet<>)) is { } arguments
            ? TypeShape.Make<SetAccess>(typeof(OfGeneric<>), arguments)
            : null;
    }

    private sealed class OfReadOnly<T> : SetAccess
    {
        public override bool Contains(object set, in Value item) =>
            Keys.TryConvert(item, out T? typed) && ((IReadOnlySet<T>)set).Contains(typed);
    }

    private sealed class OfGeneric<T> : SetAccess
    {
        public override bool Contains(object set, in Value item) =>
            Keys.TryConvert(item, out T? typed) && ((ISet<T>)set).Contains(typed);
    }
}
