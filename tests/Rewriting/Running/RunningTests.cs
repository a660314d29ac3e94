using System.Reflection;
using HogTrace.Bridge;
using HogTrace.IlRewriting.Plans;
using HogTrace.Tests.Rewriting.Metadata;

namespace HogTrace.Tests.Rewriting.Running;

/// <summary>
/// Rewritten bodies are run: as dynamic methods, whose tokens are translated. They do what the originals do, and the hooks
/// are given what they should.
/// </summary>
public sealed class RunningTests : IDisposable
{
    private const int Entry = 1001, Return = 1002, Throw = 1003, Async = 1004;

    private static readonly object s_boxed = new();

    private readonly TestedAssembly _assembly = new(typeof(Sample).Assembly);
    private readonly Record _record = new();

    public void Dispose()
    {
        _assembly.Dispose();
        foreach (int id in (int[])[Entry, Return, Throw, Async])
            Hits.Set(id, null);
    }

    public static TheoryData<string, object?[]> Calls { get; } = new()
    {
        { "Add", [1, 2] },
        { "Nothing", [] },
        { "ChangesArgument", [21] },
        { "Nine", [1, "b", 3.5, 4L, (byte)5, s_boxed, new int[6], DateTime.UnixEpoch, 9m] },
        { "References", [5, "five", 0L] },
        { "ElementOf", [new int[] { 1, 2, 3 }] },
        { "Sorts", [0] },
        { "Sorts", [3] },
        { "Sorts", [50] },
        { "Sorts", [101] },
        { "Catches", ["12"] },
        { "Catches", ["twelve"] },
        { "Catches", [null] },
        { "Throws", ["text"] },
        { "Throws", [null] },
        { "Loops", [10] },
        { "Same", ["text"] },
        { "Same", [5] },
        { "Describes", [5] },
        { "Describes", ["text"] },
        { "Counts", [3] },
        { "Boxes", [3] },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void StaticMethods(string name, object?[] arguments)
    {
        var method = typeof(Sample).GetMethod(name)!;
        if (method.IsGenericMethodDefinition)
            method = method.MakeGenericMethod(arguments[0]!.GetType());
        var (expected, after) = Outcome(given => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, given, null), arguments);
        var rewritten = RewrittenMethod.Make(_assembly, method, PackedPlan(arguments.Length, method.ReturnType != typeof(void), self: false));
        var (actual, afterRewritten) = Outcome(given => rewritten.Invoke(null, BindingFlags.DoNotWrapExceptions, null, given, null), arguments);
        Assert.Equal(after, afterRewritten);
        AssertSame(expected, actual);

        Assert.Equal(2, _record.Calls.Count);
        Assert.Equal("entry", _record.Calls[0].Place);
        Assert.Equal(arguments, _record.Calls[0].Inputs);
        var (place, inputs) = _record.Calls[1];
        Assert.Equal(actual is Exception ? "throw" : "return", place);
        if (actual is not Exception && method.ReturnType != typeof(void))
        {
            Assert.Equal(actual, inputs[0]);
            inputs = inputs[1..];
        }
        else if (actual is Exception)
        {
            Assert.Same(actual, inputs[0]);
            inputs = inputs[1..];
        }

        Assert.InRange((double)inputs[0]!, 0, 60);

        // Values are as at entry; what references refer to is as it is now.
        Assert.Equal(name == "References" ? after : arguments, inputs[1..]);
    }

    [Fact]
    public void InstanceMethodsGiveTheReceiver()
    {
        var method = typeof(Sample).GetMethod(nameof(Sample.Instance))!;
        var rewritten = RewrittenMethod.Make(_assembly, method, PackedPlan(1, returns: true, self: true));
        var sample = new Sample(40);
        Assert.Equal(42, rewritten.Invoke(null, [sample, 2]));
        Assert.Equal([sample, 2], _record.Calls[0].Inputs);
        Assert.Equal(42, _record.Calls[1].Inputs[0]);
        Assert.Same(sample, _record.Calls[1].Inputs[2]);
    }

    [Fact]
    public void StructsAreCopied()
    {
        var method = typeof(SampleStruct).GetMethod(nameof(SampleStruct.Increases))!;
        var rewritten = RewrittenMethod.Make(_assembly, method, PackedPlan(1, returns: true, self: true));
        object?[] arguments = [new SampleStruct(1), 2];
        Assert.Equal(3, rewritten.Invoke(null, arguments));
        Assert.Equal(3, ((SampleStruct)arguments[0]!).Number);
        Assert.Equal(1, ((SampleStruct)_record.Calls[0].Inputs[0]!).Number);
        Assert.Equal(3, ((SampleStruct)_record.Calls[1].Inputs[2]!).Number);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(-1)]
    public void StructConstructorsHaveNoReceiverBefore(int number)
    {
        var constructor = typeof(SampleStruct).GetConstructors().Single();
        var rewritten = RewrittenMethod.Make(_assembly, constructor, PackedPlan(1, returns: false, self: true));
        object?[] arguments = [new SampleStruct(99), number];
        var (actual, _) = Outcome(given => rewritten.Invoke(null, BindingFlags.DoNotWrapExceptions, null, given, null), arguments);
        Assert.Equal(0, ((SampleStruct)_record.Calls[0].Inputs[0]!).Number);
        var self = (SampleStruct)_record.Calls[1].Inputs[actual is Exception ? 2 : 1]!;
        Assert.Equal(Math.Max(number, 0), self.Number);
    }

    [Fact]
    public void GenericTypesKeepTheirParameters()
    {
        var method = typeof(SampleOf<string>).GetMethod("With")!.MakeGenericMethod(typeof(int));
        var rewritten = RewrittenMethod.Make(_assembly, method, PackedPlan(1, returns: true, self: true));
        var sample = new SampleOf<string>("one");
        Assert.Equal(("one", 2), rewritten.Invoke(null, [sample, 2]));
        Assert.Equal([sample, 2], _record.Calls[0].Inputs);
        Assert.Equal(("one", 2), _record.Calls[1].Inputs[0]);
    }

    [Fact]
    public unsafe void PointersAreGivenAsNumbers()
    {
        var method = typeof(Sample).GetMethod(nameof(Sample.Follows))!;
        var rewritten = RewrittenMethod.Make(_assembly, method, PackedPlan(1, returns: true, self: false));
        int value = 5;
        Assert.Equal(5, rewritten.Invoke(null, [Pointer.Box(&value, typeof(int*))]));
        Assert.Equal([(nint)(&value)], _record.Calls[0].Inputs);
    }

    [Fact]
    public void TypedHooksAreGivenTheirTypes()
    {
        Hits.Set(Entry, new Recorder<int, int>(_record, "entry"));
        Hits.Set(Return, new Recorder<int>(_record, "return"));
        Hits.Set(Throw, new Recorder(_record, "throw"));
        var plan = new ProbePlan(
            new(Entry, HookForm.Typed, [new(InputKind.Argument, 1), new(InputKind.Argument, 0)]),
            new(Return, HookForm.Typed, [new(InputKind.Result)]),
            new(Throw, HookForm.Typed, []),
            ReadsClock: false);
        var rewritten = RewrittenMethod.Make(_assembly, typeof(Sample).GetMethod(nameof(Sample.Add))!, plan);
        Assert.Equal(3, rewritten.Invoke(null, [1, 2]));
        Assert.Equal(["entry", "return"], _record.Calls.Select(call => call.Place));
        Assert.Equal([2, 1, 3], _record.Calls.SelectMany(call => call.Inputs));
    }

    [Fact]
    public void TheExceptionIsAnObject()
    {
        Hits.Set(Throw, new Recorder<object>(_record, "throw"));
        var plan = new ProbePlan(null, null, new(Throw, HookForm.Typed, [new(InputKind.Exception)]), ReadsClock: false);
        var rewritten = RewrittenMethod.Make(_assembly, typeof(Sample).GetMethod(nameof(Sample.Throws))!, plan);
        Assert.IsType<NullReferenceException>(Xunit.Record.Exception(() => rewritten.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [null], null)));
        Assert.IsType<NullReferenceException>(Assert.Single(_record.Calls).Inputs[0]);
    }

    [Fact]
    public async Task TasksAreHandedThrough()
    {
        Hits.Set(Async, new AsyncRecorder(_record));
        var plan = new ProbePlan(null, new(Async, HookForm.Async, [new(InputKind.Argument)]), null, ReadsClock: true);
        var rewritten = RewrittenMethod.Make(_assembly, typeof(Sample).GetMethod(nameof(Sample.LaterAsync))!, plan);
        var task = (Task<int>)rewritten.Invoke(null, [4])!;
        Assert.Equal(5, await task);
        Assert.Equal([true, task, 4], Assert.Single(_record.Calls).Inputs);

        rewritten = RewrittenMethod.Make(_assembly, typeof(Sample).GetMethod(nameof(Sample.AtOnce))!, plan);
        Assert.Equal(6, await (ValueTask<int>)rewritten.Invoke(null, [6])!);
    }

    private ProbePlan PackedPlan(int parameters, bool returns, bool self)
    {
        Hits.Set(Entry, new PackedRecorder(_record, "entry"));
        Hits.Set(Return, new PackedRecorder(_record, "return"));
        Hits.Set(Throw, new PackedRecorder(_record, "throw"));
        HookInput[] inputs = [.. Enumerable.Range(0, parameters).Select(position => new HookInput(InputKind.Argument, (ushort)position))];
        if (self)
            inputs = [new HookInput(InputKind.Self), .. inputs];
        HookInput[] result = returns ? [new(InputKind.Result), new(InputKind.Duration)] : [new(InputKind.Duration)];
        return new ProbePlan(
            new(Entry, HookForm.Packed, [.. inputs]),
            new(Return, HookForm.Packed, [.. result, .. inputs]),
            new(Throw, HookForm.Packed, [new(InputKind.Exception), new(InputKind.Duration), .. inputs]),
            ReadsClock: true);
    }

    private static (object? Outcome, object?[] After) Outcome(Func<object?[], object?> call, object?[] arguments)
    {
        object?[] given = [.. arguments];
        try
        {
            return (call(given), given);
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            return (exception, given);
        }
    }

    private static void AssertSame(object? expected, object? actual)
    {
        if (expected is Exception exception)
            Assert.IsType(exception.GetType(), actual);
        else
            Assert.Equal(expected, actual);
    }
}
