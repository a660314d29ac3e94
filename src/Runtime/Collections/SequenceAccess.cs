using System.Collections;
using System.Runtime.CompilerServices;

namespace HogTrace.Runtime;

/// <summary>Items by position in objects of one host type. May throw what the host throws.</summary>
internal abstract class SequenceAccess
{
    /// <summary>Whether the members of this access can run code that is neither ours nor the framework's.</summary>
    public virtual bool RunsHostCode => true;

    public abstract int Count(object value);

    public abstract Value Item(object value, int index);

    public static SequenceAccess? For(Type type)
    {
        if (type.IsArray)
            return ForArray(type, type.GetElementType()!);
        if (TypeShape.Is<Sequence>(type))
            return new OfSequence(runsHostCode: type == typeof(SliceView));
        if (TypeShape.Is<ITuple>(type))
            return new OfTuple();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
            return TypeShape.Make<SequenceAccess>(typeof(OfList<>), type.GetGenericArguments());
        if (TypeShape.ArgumentsOf(type, typeof(IReadOnlyList<>)) is { } arguments)
            return TypeShape.Make<SequenceAccess>(typeof(OfReadOnlyList<>), arguments);
        return TypeShape.Is<IList>(type) ? new OfUntypedList() : null;
    }

    // Pointers are no generic arguments, and arrays of several dimensions have no single index.
    private static SequenceAccess? ForArray(Type type, Type element) =>
        type.IsSZArray && !element.IsPointer && !element.IsFunctionPointer
            ? TypeShape.Make<SequenceAccess>(typeof(OfArray<>), element)
            : null;

    private sealed class OfArray<T> : SequenceAccess
    {
        public override bool RunsHostCode => false;

        public override int Count(object value) => ((T[])value).Length;

        public override Value Item(object value, int index) => Value.From(((T[])value)[index]);
    }

    private sealed class OfList<T> : SequenceAccess
    {
        public override bool RunsHostCode => false;

        public override int Count(object value) => ((List<T>)value).Count;

        public override Value Item(object value, int index) => Value.From(((List<T>)value)[index]);
    }

    // Only a slice can stand over a list of the host.
    private sealed class OfSequence(bool runsHostCode) : SequenceAccess
    {
        public override bool RunsHostCode => runsHostCode;

        public override int Count(object value) => ((Sequence)value).Count;

        public override Value Item(object value, int index) => ((Sequence)value)[index];
    }

    private sealed class OfTuple : SequenceAccess
    {
        public override int Count(object value) => ((ITuple)value).Length;

        public override Value Item(object value, int index) => Value.FromObject(((ITuple)value)[index]);
    }

    private sealed class OfReadOnlyList<T> : SequenceAccess
    {
        public override int Count(object value) => ((IReadOnlyList<T>)value).Count;

        public override Value Item(object value, int index) => Value.From(((IReadOnlyList<T>)value)[index]);
    }

    private sealed class OfUntypedList : SequenceAccess
    {
        public override int Count(object value) => ((IList)value).Count;

        public override Value Item(object value, int index) => Value.FromObject(((IList)value)[index]);
    }
}
