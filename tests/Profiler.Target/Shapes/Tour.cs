using System.Globalization;
using System.Text;

namespace HogTrace.Tests.Profiler.Target.Shapes;

/// <summary>Calls each shape, and tells what they returned.</summary>
internal static class Tour
{
    public static string Take()
    {
        var text = new StringBuilder();
        TakeStatics(text);
        TakeThrowing(text);
        TakeReceivers(text);
        TakeGenerics(text);
        return text.ToString();
    }

    private static unsafe void TakeStatics(StringBuilder text)
    {
        int changed = 5;
        Statics.References(3, ref changed, out int given);
        Statics.Element(1)++;
        Statics.Element(1)--;
        int* numbers = stackalloc int[] { 1, 2, 3 };
        Add(text, Statics.Add(1, 2), changed, given, Statics.Element(2), Statics.Sum(numbers, 3), *Statics.Next(numbers));
        Add(text, Statics.Nine(1, 2, "abc", 4.5, 5, 6, 'g', 8.25f, null), Statics.SpanLength("hello", 2), Statics.Name(3), Statics.Name(9));
        Add(text, Statics.Later(2, new DateTime(2020, 1, 1), (3, "so")).Day, Statics.Suspended(4).Result, Statics.SuspendedValue(4).AsTask().Result);
        Add(text, string.Join('+', Statics.Count(3)), Inlined.Both(2), Inlined.Other(2));
    }

    private static void TakeThrowing(StringBuilder text)
    {
        Add(text, Throwing.Clauses(0), Throwing.Clauses(1), Throwing.Clauses(2), Throwing.Caught(() => Throwing.Deep(3)));
        Add(text, Throwing.Caught(() => Throwing.Null(null)), Throwing.Caught(() => Throwing.Divide(1, 0)));
    }

    private static void TakeReceivers(StringBuilder text)
    {
        var point = new Point(3, 4);
        point.Move();
        Animal dog = new Dog("Rex");
        Add(text, point.Sum(1), dog.Speak("you"), dog.Legs, new Animal(6).Speak("me"));
    }

    private static void TakeGenerics(StringBuilder text)
    {
        Add(text, new Slot<int>(9).Get(1), new Slot<string>("nine").Get(2), Slot<long>.Same(7), Slot<long>.Same("s"), Slot<string>.Same(new Point(1, 2)));
        Add(text, new Holder<int>(1).Pair("a", 2), new Holder<string>("b").Pair(3, "c"), Holder<double>.Describe(1.5), Holder<string>.Describe("d"));
    }

    private static void Add(StringBuilder text, params object[] values) =>
        text.AppendJoin(' ', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))).Append(' ');
}
