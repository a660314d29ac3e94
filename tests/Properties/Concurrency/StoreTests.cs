using CsCheck;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Tests.Properties.Concurrency;

/// <summary>A request's store against a dictionary, and under threads that read while others write.</summary>
public sealed class StoreTests
{
    private static readonly Gen<string> s_name = Gen.Char["abc"].Array[0, 4].Select(static letters => new string(letters));

    [Fact]
    public void DoesAsADictionaryDoes() => Gen.Select(s_name, Gen.Long, Gen.Int[0, 60]).Array[0, 600].Sample(static operations =>
    {
        var store = new RequestStore();
        var expected = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, number, choice) in operations)
        {
            if (choice == 0)
            {
                store.Clear();
                expected.Clear();
            }
            else if (choice < 30)
            {
                Assert.True(store.TrySet(name, Value.FromInt(number)));
                expected[name] = Value.FromInt(number);
            }

            Assert.Equal(expected.GetValueOrDefault(name), store.Get(name));
            Assert.Equal(expected.Count, store.Count);
        }

        Assert.Equal(expected.OrderBy(static pair => pair.Key, StringComparer.Ordinal), store.Snapshot());
    });

    [Fact]
    public void TakesSoManyNamesAndNoMore()
    {
        var store = new RequestStore();
        for (int i = 0; i < Limits.RequestNames; i++)
            Assert.True(store.TrySet($"name{i}", Value.FromInt(i)));
        Assert.False(store.TrySet("another", Value.True));
        Assert.True(store.TrySet("name7", Value.True));
        Assert.Equal(Value.None, store.Get("another"));
        Assert.Equal(Value.True, store.Get("name7"));
        Assert.Equal(Value.FromInt(255), store.Get("name255"));
        Assert.Equal(Limits.RequestNames, store.Count);
    }

    /// <summary>A string and a number are written by turns: half of one and half of the other would be neither.</summary>
    [Fact]
    public void NothingIsSeenHalf()
    {
        const int rounds = 2_000_000;
        var store = new RequestStore();
        var number = Value.FromInt(long.MaxValue);
        var text = Value.FromString("text");
        int writing = 2;
        Threads.RunAll(
        [
            .. Threads.Times(2, own =>
            {
                for (int i = 0; i < rounds; i++)
                {
                    store.TrySet("x", i % 2 == own ? number : text);
                    store.TrySet($"y{i % 40}", number);
                    if (i % 1_000 == 0)
                        store.Clear();
                }

                Interlocked.Decrement(ref writing);
            }),
            .. Threads.Times(2, _ =>
            {
                while (Volatile.Read(ref writing) > 0)
                {
                    var seen = store.Get("x");
                    if (!(seen.IsNone || seen.Equals(text) && seen.Bits == 0 || seen.IsInt && seen.Bits == long.MaxValue))
                        throw new InvalidOperationException($"{seen}");
                    foreach (var (name, value) in store.Snapshot())
                    {
                        if (name != "x" && !value.Equals(number))
                            throw new InvalidOperationException($"{name}: {value}");
                    }
                }
            }),
        ]);
    }
}
