using System.Collections.Immutable;
using HogTrace.Bytecode;
using HogTrace.IlBackend;
using HogTrace.IlBackend.Emit;
using HogTrace.IlBackend.Lowering;
using HogTrace.Installing;
using HogTrace.Runtime;

namespace HogTrace.Cli.Listing;

/// <summary>Compiles probes in order to show what they become, as an engine with the default options would at first.</summary>
internal sealed class IlLister
{
    private readonly VerifiedProgram _program;
    private readonly Signature? _signature;
    private readonly EngineRunHost _host;
    private readonly TranslationContext _context;

    /// <param name="program">The program.</param>
    /// <param name="signature">Types of the probed methods' parameters; null for frames of which nothing is known.</param>
    public IlLister(VerifiedProgram program, Signature? signature)
    {
        _program = program;
        _signature = signature;
        var options = new ProbeEngineOptions();
        _host = new EngineRunHost(options, new RequestScopes());
        _context = new TranslationContext(program, _host.Members, options.SecretNames);
    }

    /// <summary>The IL of a probe by its index.</summary>
    public ProbeIl List(int index)
    {
        var probe = _program.Probes[index];
        var shape = ShapeOf(probe.Probe, ArgumentCountOf(probe));
        var predicate = probe.Predicate is null ? null : Translator.Translate(_context, probe.Predicate, shape, isPredicate: true);
        var body = Translator.Translate(_context, probe.Body, shape, isPredicate: false);
        string? problem = (predicate?.Issues ?? []).Concat(body.Issues).Select(issue => issue.Message).FirstOrDefault();
        if (problem is not null)
            return new ProbeIl(Both($"it would not be installed: {problem}"), null, null, OffsetOf);

        var site = _signature is null || probe.Probe.Point == ProbePoint.Exit
            ? default
            : new SiteCompiler(InstalledProbe.Contract, _host, Speculation.SmallInts, number: 0).List(predicate, body);
        var predicateIl = predicate is null ? null : site.Predicate ?? List(predicate);
        var bodyIl = site.Body ?? List(body);
        string frame = Describe(shape);
        var headings = (Heading(predicateIl, site.Predicate, frame), Heading(bodyIl, site.Body, frame));
        return new ProbeIl(headings, predicateIl, bodyIl, OffsetOf);

        int OffsetOf(CodeBlock block, int instruction) =>
            (block == CodeBlock.Predicate ? probe.Predicate! : probe.Body).Instructions is var code && instruction < code.Length
                ? code[instruction].Offset
                : (block == CodeBlock.Predicate ? probe.Probe.Predicate : probe.Probe.Body).Length;
    }

    private IlListing? List(TranslatedCode code)
    {
        var listing = new IlListing();
        var task = new LoweringTask(code, _host.Members, Speculation.SmallInts);
        return CodeCompiler.TryCompile(task, listing) is null ? null : listing;
    }

    private static string Heading(IlListing? listing, IlListing? site, string frame) =>
        listing is null ? "too long to be compiled"
        : listing == site ? $"tier 1 at a site of {frame}, over its arguments"
        : $"tier 1 over registers, for {frame}";

    private static (string Predicate, string Body) Both(string heading) => (heading, heading);

    private FrameShape ShapeOf(Probe probe, int named)
    {
        if (_signature is null)
            return FrameShape.Dynamic(probe.Point, named);
        ImmutableArray<ParameterShape> parameters = [.. _signature.Types.Select((type, i) => new ParameterShape($"arg{i}", type))];
        return FrameShape.Typed(probe.Specifier, probe.Point, parameters);
    }

    /// <summary>N + 1 for the greatest N of the names argN in the probe.</summary>
    private int ArgumentCountOf(VerifiedProbe probe)
    {
        int count = 0;
        foreach (var instruction in (probe.Predicate?.Instructions ?? []).Concat(probe.Body.Instructions))
        {
            if (instruction.Opcode == Opcode.LoadVar && ReservedNames.TryGetArgument(_program.Program.Constants[instruction.Constant].Text!, out int index))
                count = Math.Max(count, index + 1);
        }

        return count;
    }

    private string Describe(FrameShape shape) => _signature is not null
        ? $"({_signature.Text})"
        : shape.ArgumentCount == 1 ? "1 argument of any type" : $"{shape.ArgumentCount} arguments of any types";
}
