using System.Collections;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Counts objects of one host type without enumerating them. May throw what the host throws.</summary>
internal abstract class CountAccess
{
    /// <summary>Whether counting can run code that is neither ours nor the framework's.</summary>
    public bool RunsHostCode { get; private set; }

    public abstract int Of(object value);

    public static CountAccess? For(Type type)
    {
        CountAccess? access = Find(type);
        if (access is not null)
            access.RunsHostCode = access is not (OfSequence or OfMapping) && !IsFrameworkCollection(type);
        return access;
    }

    // The collections of this namespace keep their count in a field; a subclass has a type of its own, a view a nested one.
    private static bool IsFrameworkCollection(Type type) =>
        !type.IsNested && type.Namespace == typeof(List<>).Namespace && (type.Assembly == typeof(List<>).Assembly || type.Assembly == typeof(SortedSet<>).Assembly);

    private static CountAccess? Find(Type type)
    {
        if (TypeShape.Is<Sequence>(type))
            return new OfSequence();
        if (TypeShape.Is<Mapping>(type))
            return new OfMapping();
        if (TypeShape.Is<ICollection>(type))
            return new OfCollection();
        if (TypeShape.ArgumentsOf(type, typeof(IReadOnlyCollection<>)) is { } readOnly)
            return TypeShape.Make<CountAccess>(typeof(OfReadOnly<>), readOnly);
        if (TypeShape.ArgumentsOf(type, typeof(ICollection<>)) is { } arguments)
            return TypeShape.Make<CountAccess>(typeof(OfGeneric<>), arguments);
        return TypeShape.Is<ITuple>(type) ? new OfTuple() : null;
    }

    private sealed class OfSequence : CountAccess
    {
        public override int Of(object value) => ((Sequence)value).Count;
    }

    private sealed class OfMapping : CountAccess
    {
        public override int Of(object value) => ((Mapping)value).Count;
    }

    private sealed class OfCollection : CountAccess
    {
        public override int Of(object value) => ((ICollection)value).Count;
    }

    private sealed class OfReadOnly<T> : CountAccess
    {
        public override int Of(object value) => ((IReadOnlyCollection<T>)value).Count;
    }

    private sealed class OfGeneric<T> : CountAccess
    {
        public override int Of(object value) => ((ICollection<T>)value).Count;
    }

    private sealed class OfTuple : CountAccess
    {
        public override int Of(object value) => ((ITuple)value).Length;
    }
}
