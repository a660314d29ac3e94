using HogTrace.AgentProtocol;
using HogTrace.Bytecode;
using HogTrace.Runtime;

namespace HogTrace.Agent.Binding;

/// <summary>Binds the probes of a program to methods: says what each reads of it, or why it doesn't fit.</summary>
internal sealed class ProbeBinder(HogTraceProgram program, MemberResolver members, SecretNames secrets)
{
    private readonly TranslationContext _context = new(program.Verified, members, secrets);

    /// <summary>What the probe reads of a method; null when it doesn't fit, which the problems say.</summary>
    public ProbeDemand? TryBind(HogTraceProbe probe, TracedMethod method, List<MethodProblem> problems)
    {
        if (probe.Offset is > 0)
        {
            problems.Add(new(method.Signature, $"offset +{probe.Offset} can't be honoured: probes stand at whole methods", ProblemKind.Source));
            return null;
        }

        var frame = method.WholeFrame(probe.Point);
        var verified = probe.Verified;
        var predicate = verified.Predicate is { } code ? Translator.Translate(_context, code, frame, isPredicate: true) : null;
        var body = Translator.Translate(_context, verified.Body, frame, isPredicate: false);
        BindingIssue[] issues = [.. predicate?.Issues ?? [], .. body.Issues];
        foreach (var issue in issues)
        {
            var (line, column) = probe.PositionOf(issue.Instruction, issue.IsPredicate);
            problems.Add(new(method.Signature, issue.Message, ProblemKind.Source, line, column));
        }

        if (issues.Length > 0)
            return null;
        if (method.HasUnreadable)
            WarnOfUnreadable(probe, method, problems);
        return ProbeDemand.At(probe.Point, (predicate?.Inputs ?? 0) | body.Inputs);
    }

    private void WarnOfUnreadable(HogTraceProbe probe, TracedMethod method, List<MethodProblem> problems)
    {
        foreach (var (name, reason) in method.Unreadable)
        {
            if (Reads(probe.Verified.Predicate, name, method) || Reads(probe.Verified.Body, name, method))
                problems.Add(new(method.Signature, $"{name} is None here: {reason}", ProblemKind.Warning));
        }
    }

    private bool Reads(VerifiedCode? code, string name, TracedMethod method) =>
        code?.Instructions.Any(instruction =>
            instruction.Opcode == Opcode.LoadVar
            && _context.Program.Constants[instruction.Constant].Text is { } read
            && (read == name
                || (ReservedNames.TryGetArgument(read, out int position) && position < method.Parameters.Length
                    && method.Parameters[position].Name == name))) == true;
}
