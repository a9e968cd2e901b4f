using BackPain.Stats.Domains;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Statistics;

/// <summary>
/// The weighted proportion of cases in a domain: p̂ = Σwdy/Σwd, where d indicates who belongs to the domain and y who is a case.
/// </summary>
/// <remarks>A domain is an indicator, not a deletion: the strata and PSUs of the whole sample remain known.</remarks>
public sealed class DomainProportion : LinearizedStatistic
{
    private readonly Tabulation tabulation;
    private readonly ReadOnlyMemory<DomainCell> cells;
    private readonly DoubleDouble cases;
    private readonly DoubleDouble all;
    private readonly double scoreOfCases;
    private readonly double scoreOfOthers;

    /// <summary>Sums over a domain.</summary>
    /// <param name="tabulation">The tabulation.</param>
    /// <param name="cells">The cells of the domain, in the order of the tabulation; at least one of them has persons.</param>
    public DomainProportion(Tabulation tabulation, ReadOnlyMemory<DomainCell> cells)
    {
        (this.tabulation, this.cells) = (tabulation, cells);
        foreach (var cell in Cells)
        {
            var sums = tabulation.Cells[cell.Cell].Sums;
            // Persons with zero weight are included for their replicate weights and are not counted.
            Persons += sums.W.Value == 0 ? 0 : sums.N;
            all += sums.W;
            if (cell.IsCase)
                cases += sums.W;
        }
        (scoreOfCases, scoreOfOthers) = (Q / Weight, -P / Weight);
    }

    /// <summary>The cells of the domain.</summary>
    public ReadOnlySpan<DomainCell> Cells => cells.Span;

    /// <summary>n, the unweighted number of persons in the domain.</summary>
    public long Persons { get; }

    /// <summary>Σwdy, the sum of the weights of the cases.</summary>
    public double WeightOfCases => cases.Value;

    /// <summary>Σwd, the sum of all weights in the domain.</summary>
    public double Weight => all.Value;

    /// <inheritdoc/>
    public override double Value => P;

    /// <inheritdoc/>
    public override int CellCount => cells.Length;

    /// <summary>p̂, a proportion from 0 to 1.</summary>
    public double P => cases.Value / all.Value;

    /// <summary>q̂ = 1 − p̂, computed from the weights of the non-cases.</summary>
    public double Q => (all - cases).Value / all.Value;

    /// <inheritdoc/>
    /// <remarks>The score is (y − p̂)/Σwd.</remarks>
    public override ScoredCell CellAt(int index)
    {
        var cell = cells.Span[index];
        return new ScoredCell(cell.Cell, cell.IsCase ? scoreOfCases : scoreOfOthers);
    }

    /// <inheritdoc/>
    public override double ByReplicate(int replicate)
    {
        DoubleDouble x = 0, n = 0;
        foreach (var cell in Cells)
        {
            var weight = tabulation.Cells[cell.Cell].Replicates[replicate];
            n += weight;
            if (cell.IsCase)
                x += weight;
        }
        return n.Value == 0 ? double.NaN : x.Value / n.Value;
    }
}
