using HogTrace.IlRewriting.Bodies;

namespace HogTrace.IlRewriting.Checking;

/// <summary>The clauses of a body as regions that nest, and where control may go between them (ECMA-335, I.12.4.2).</summary>
internal sealed class RegionTree
{
    private readonly List<Region> _regions = [];
    private readonly Region?[] _innermost;

    private RegionTree(int instructions) => _innermost = new Region?[instructions];

    /// <summary>Null, and why, if the clauses are not well formed.</summary>
    public static RegionTree? TryBuild(MethodBody body, out string? problem)
    {
        var tree = new RegionTree(body.Instructions.Count);
        tree.Collect(body.Clauses);
        problem = tree.Nest() ?? tree.CheckOrder() ?? CheckFilters(body);
        if (problem is null)
            tree.FindInnermost();
        return problem is null ? tree : null;
    }

    /// <summary>The innermost region of an instruction.</summary>
    public Region? Of(int instruction) => _innermost[instruction];

    /// <summary>Whether control may get from a region to an instruction: within, or into a try at its start.</summary>
    public bool CanEnter(Region? from, int target, out bool entersTry)
    {
        var region = _innermost[target];
        entersTry = false;
        while (region != from && region is { Kind: RegionKind.Try } && region.Start == target)
        {
            entersTry = true;
            region = region.Parent;
        }

        return region == from;
    }

    /// <summary>Whether <c>leave</c> may get from a region to an instruction.</summary>
    public bool CanLeave(Region? from, int target)
    {
        for (var region = from; ; region = region.Parent)
        {
            if (CanEnter(region, target, out _))
                return true;
            if (region is null || region.Kind is RegionKind.Filter or RegionKind.Finally)
                return false;

            // A catch may go back into its try, as Visual Basic has it.
            if (region is { Kind: RegionKind.Catch, Protected: { } tried } && target >= tried.Start && target < tried.End && _innermost[target] == tried)
                return true;
        }
    }

    private void Collect(List<Clause> clauses)
    {
        var tries = new Dictionary<(int Start, int End), Region>();
        for (int i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            var range = (clause.TryStart.Index, clause.TryEnd.Index);
            if (tries.TryGetValue(range, out var tried))
            {
                tried.LastClause = i;
            }
            else
            {
                tried = new Region(RegionKind.Try, range.Item1, range.Item2, i);
                tries.Add(range, tried);
                _regions.Add(tried);
            }

            var kind = clause.Kind is ClauseKind.Finally or ClauseKind.Fault ? RegionKind.Finally : RegionKind.Catch;
            _regions.Add(new Region(kind, clause.HandlerStart.Index, clause.HandlerEnd.Index, i) { Protected = tried });
            if (clause.FilterStart is { } filter)
                _regions.Add(new Region(RegionKind.Filter, filter.Index, clause.HandlerStart.Index, i) { Protected = tried });
        }
    }

    private string? Nest()
    {
        _regions.Sort((left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : right.End.CompareTo(left.End));
        Region? outer = null;
        foreach (var region in _regions)
        {
            while (outer is not null && outer.End <= region.Start)
                outer = outer.Parent;
            if (outer is not null && (region.End > outer.End || (region.Start == outer.Start && region.End == outer.End)))
                return $"the regions of clauses {outer.FirstClause} and {region.FirstClause} overlap";
            region.Parent = outer;
            outer = region;
        }

        return null;
    }

    private string? CheckOrder()
    {
        foreach (var region in _regions)
        {
            if (region.Parent is { } outer && region.LastClause >= outer.FirstClause)
                return $"clause {region.LastClause} is within clause {outer.FirstClause}, which does not come after it";
            if (region.Protected is { } tried && tried.Parent != region.Parent)
                return $"the try and the handler of clause {region.FirstClause} are in different regions";
        }

        return null;
    }

    private static string? CheckFilters(MethodBody body)
    {
        foreach (var clause in body.Clauses)
        {
            if (clause.FilterStart is not null && body.Instructions[clause.HandlerStart.Index - 1].Opcode != Opcode.Endfilter)
                return $"the filter before {clause.HandlerStart} does not end with endfilter";
        }

        return null;
    }

    private void FindInnermost()
    {
        Region? current = null;
        int next = 0;
        for (int i = 0; i < _innermost.Length; i++)
        {
            while (current is not null && current.End <= i)
                current = current.Parent;
            while (next < _regions.Count && _regions[next].Start == i)
                current = _regions[next++];
            _innermost[i] = current;
        }
    }
}
