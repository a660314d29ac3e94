using Shapes;

namespace Driver;

/// <summary>Calls each shape.</summary>
internal static class Tour
{
    public static void Take(Transcript transcript)
    {
        TakeReceivers(transcript);
        TakeGenerics(transcript);
        TakeReferences(transcript);
        TakeSignatures(transcript);
        TakeFlow(transcript);
        TakeClosures(transcript);
        TakeTasks(transcript);
    }

    private static void TakeReceivers(Transcript transcript)
    {
        Animal dog = new Dog("Rex");
        transcript.Add("virtual", dog.Speak("you"), new Animal("Tom").Speak("me"), dog.Legs);
        transcript.Add("interface", ((INamed)dog).Describe(), ((IExplicit)dog).Count(2), dog.Shout(3));
        var point = new Point(3, 4);
        point.Move(1);
        transcript.Add("struct", point.X, point.Sum(5), (point + new Point(1, 1)).X, (int)point, -point.Y);
        var row = new Row { [1] = "one" };
        transcript.Add("indexer", row[1], row.Last);
        transcript.Add("record", new Entry("a", 1) with { Number = 2 }, new Entry("b", 3).Equals(new Entry("b", 3)));
        transcript.Add("static constructor", Started.Value, Started.Twice);
    }

    private static void TakeGenerics(Transcript transcript)
    {
        transcript.Add("generic method", Generics.Same(7), Generics.Same("s"), Generics.Pair("a", 2));
        transcript.Add("generic class", new Holder<int>(1).Pair("a", 2), new Holder<string>("b").Pair(3, "c"), Holder<double>.Describe(1.5));
        transcript.Add("generic struct", new Slot<int>(9).Get(1), new Slot<string>("nine").Get(2));
    }

    private static unsafe void TakeReferences(Transcript transcript)
    {
        int changed = 5;
        References.Change(3, ref changed, out int given);
        References.Element(1)++;
        int first = References.Element(1);
        References.Element(1)--;
        int* numbers = stackalloc int[] { 1, 2, 3 };
        transcript.Add("references", changed, given, first, References.IsNull(ref System.Runtime.CompilerServices.Unsafe.NullRef<int>()));
        transcript.Add("pointers", References.Sum(numbers, 3));
        transcript.Add("spans", References.Length("hello", 2), References.Slice("hello", 1).ToString());
    }

    private static void TakeSignatures(Transcript transcript)
    {
        transcript.Add("nine", Signatures.Nine(1, 2, "abc", 4.5, 5, 6, 'g', 8.25f, null));
        transcript.Add("twenty", Signatures.Twenty(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, "20"));
        transcript.Add("optional", Signatures.Optional(1), Signatures.Optional(1, "two"));
        transcript.Add("values", Signatures.Color(Color.Green), Signatures.Maybe(null), Signatures.Maybe(3), Signatures.Money(1.25m));
        transcript.Add("more values", Signatures.Next('a'), Signatures.Large(ulong.MaxValue), Signatures.Tuple((1, "so")), Signatures.Array([1, 2, 3]));
        Signatures.Nothing();
    }

    private static void TakeFlow(Transcript transcript)
    {
        transcript.Add("clauses", Flow.Clauses(0), Flow.Clauses(1), Flow.Clauses(2));
        transcript.AddThrown("through", () => Flow.Through(2));
        transcript.AddThrown("division", () => Flow.Divide(1, 0));
        transcript.Add("filter", Flow.Filtered("yes"), Flow.Filtered("no"));
        transcript.Add("switch", Flow.Name(1), Flow.Name(3), Flow.Name(9), Flow.Letter("beta"));
        transcript.Add("recursion", Flow.Factorial(3));
        transcript.Add("reassigned", Flow.Reassigned(1, "text"));
        transcript.Add("loop", Flow.Loop(4));
    }

    private static void TakeClosures(Transcript transcript)
    {
        transcript.Add("lambda", Closures.Lambda(2), Closures.Local(2), Closures.Query([3, 1, 2]));
        transcript.Add("iterator", string.Join('+', Closures.Count(3)));
        transcript.Add("async iterator", Closures.SumAsync(Closures.CountAsync(3)).GetAwaiter().GetResult());
    }

    private static void TakeTasks(Transcript transcript)
    {
        Asynchronous.Plain(1).GetAwaiter().GetResult();
        Asynchronous.PlainSuspended(1).GetAwaiter().GetResult();
        transcript.Add("task", Asynchronous.Completed(2).Result, Asynchronous.Suspended(3).Result, Asynchronous.Forwarded(4).Result);
        Asynchronous.Value(1).AsTask().GetAwaiter().GetResult();
        Asynchronous.ValueSuspended(1).AsTask().GetAwaiter().GetResult();
        transcript.Add("value task", Asynchronous.ValueCompleted(2).AsTask().Result, Asynchronous.ValueOfSuspended(3).AsTask().Result);
        transcript.AddThrown("failed", () => Asynchronous.Failed("early", suspends: false).GetAwaiter().GetResult());
        transcript.AddThrown("failed later", () => Asynchronous.Failed("late", suspends: true).GetAwaiter().GetResult());
        transcript.AddThrown("failed value", () => Asynchronous.ValueFailed("value").AsTask().GetAwaiter().GetResult());
        transcript.AddThrown("not begun", () => Asynchronous.Refused(null!).GetAwaiter().GetResult());
        transcript.AddThrown("cancelled", () => Asynchronous.Cancelled(new CancellationToken(canceled: true)).GetAwaiter().GetResult());
        using var done = new ManualResetEventSlim();
        Asynchronous.Fire(done);
        done.Wait();
        transcript.Add("void", done.IsSet);
    }
}
