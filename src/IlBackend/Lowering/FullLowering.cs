using System.Reflection.Emit;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Inputs;
using HogTrace.IlBackend.Typing;
using HogTrace.Runtime;

namespace HogTrace.IlBackend.Lowering;

/// <summary>
/// Writes any code over a register file and a run context. What isn't known is done by Runtime, over the registers; a
/// guard that fails, and fuel that may run out, leave the rest of the run to the interpreter, which goes on at the
/// very operation.
/// </summary>
/// <remarks>
/// Jumps go forward only, but where paths meet, a value has to be in the same place on all of them. So the code is
/// lowered twice: once into nowhere, to see what will be known at each target, then for good.
/// </remarks>
internal sealed partial class FullLowering : CodeLowering
{
    private const int RunArgument = 2;

    private readonly FullLowering? _plan;
    private readonly CodeData _data;
    private readonly Liveness _live;
    private readonly FuelCount _fuel;
    private readonly List<Exit> _exits = [];
    private readonly RegisterState[] _before;
    private Label? _deoptimization;
    private Label? _fault;

    private FullLowering(LoweringTask task, IlWriter il, CodeData data, FullLowering? plan)
        : base(task, new RegisterInputs(task.Code.Shape), il)
    {
        _data = data;
        _plan = plan;
        _live = plan?._live ?? new Liveness(task.Code);
        _fuel = new FuelCount(il);
        _before = new RegisterState[task.Code.RegisterCount];
    }

    protected override Label Deoptimize
    {
        get
        {
            _deoptimization ??= NewExit(ExitKind.Deoptimize, Current, _before);
            return _deoptimization.Value;
        }
    }

    protected override bool HasRegisters => true;

    public static void Lower(LoweringTask task, IlWriter il, CodeData data)
    {
        var plan = new FullLowering(task, IlWriter.Nowhere, new CodeData(), null);
        if (!plan.TryLower() || !new FullLowering(task, il, data, plan).TryWrite())
            throw new InvalidOperationException("Every operation has a definition in Runtime.");
    }

    protected override bool TryBegin(Operation operation)
    {
        States.CopyTo(_before, 0);
        _deoptimization = null;
        return true;
    }

    protected override bool Takes(int skipped, int target)
    {
        if (skipped > 0)
            return true;
        for (int i = 0; i < States.Length; i++)
        {
            if (MustReconcile(i, target))
                return true;
        }

        return false;
    }

    protected override void Take(int skipped, int target)
    {
        _fuel.Skip(skipped);
        Fall(target);
    }

    protected override void Fall(int target)
    {
        for (int i = 0; i < States.Length; i++)
        {
            if (MustReconcile(i, target))
                Reconcile(i, States[i], _plan!.Arriving[target]![i]);
        }
    }

    protected override void End(Operation operation)
    {
        if (!Code.IsPredicate)
            Il.Int32((int)CompiledOutcome.True);
        WriteExecuted(operation.Instruction);
        Il.Return();
    }

    protected override void EndFalse(Operation operation)
    {
        WriteExecuted(operation.Instruction);
        Il.Int32((int)CompiledOutcome.False);
        Il.Return();
    }

    private bool TryWrite()
    {
        Il.Argument(RunArgument);
        Il.Load(RunFields.Executed);
        Il.Int32(1);
        Il.Add();
        _fuel.Begin();
        if (!TryLower())
            return false;
        foreach (var exit in _exits)
            Write(exit);
        WriteFault();
        return true;
    }

    private bool MustReconcile(int register, int target) =>
        _plan is not null && _live.IsLive(target, register) && !IsReconciled(States[register], _plan.Arriving[target]![register]);

    /// <summary>Says in the run how many instructions have been executed.</summary>
    private void WriteExecuted(int instruction)
    {
        Il.Argument(RunArgument);
        _fuel.Push(instruction);
        Il.Store(RunFields.Executed);
    }
}
