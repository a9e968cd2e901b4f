using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Sources;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The cells of a tabulation as a table that can be read back as data.</summary>
internal static class TabulationTable
{
    /// <summary>Arranges a tabulation. Columns that no cell needs are left out.</summary>
    public static Table Arrange(Tabulation tabulation)
    {
        var columns = new List<(Column Column, Func<Cell, object?> Value)>();
        for (var place = 0; place < tabulation.Columns.Count; place++)
            columns.AddRange(ColumnsOf(tabulation, place));
        columns.Add((new Column(TabulationFormat.N, ColumnKind.Count), cell => cell.Sums.N));
        var (sumW, sumW2) = TabulationFormat.HeadersOf(tabulation.Weighting);
        columns.Add((new Column(sumW, ColumnKind.Number), cell => cell.Sums.W.Value));
        columns.Add((new Column(sumW2, ColumnKind.Number), cell => cell.Sums.W2.Value));
        columns.AddRange(ReplicateColumns(tabulation.Weighting));
        return new Table
        {
            Name = "cells",
            Columns = [.. columns.Select(column => column.Column)],
            Rows = [.. tabulation.Cells.Select(cell => new Row([.. columns.Select(column => column.Value(cell))]))],
        };
    }

    private static IEnumerable<(Column Column, Func<Cell, object?> Value)> ReplicateColumns(Weighting? weighting)
    {
        for (var r = 0; r < weighting?.Replicates.Count; r++)
        {
            var place = r;
            yield return (
                new Column(TabulationFormat.HeaderOf(weighting.Replicates[r]), ColumnKind.Number), cell => cell.Replicates[place].Value);
        }
        if (weighting?.ReplicateRank.Match<int?>(known => known, unknown: () => null, none: () => null) is { } rank)
            yield return (new Column(TabulationFormat.ReplicateRank, ColumnKind.Count), _ => (long)rank);
    }

    private static IEnumerable<(Column Column, Func<Cell, object?> Value)> ColumnsOf(Tabulation tabulation, int place)
    {
        var (key, levels) = (tabulation.Columns[place], tabulation.Levels[place]);
        var header = TabulationFormat.HeaderOf(key);
        if (key.Role == KeyRole.Outside)
        {
            (LevelKind, string)[] kinds = [(LevelKind.Outside, TabulationFormat.Outside), (LevelKind.Dropped, TabulationFormat.Dropped)];
            foreach (var (kind, name) in kinds)
            {
                if (levels.Any(level => level.Kind == kind))
                    yield return (
                        new Column(name, ColumnKind.Text),
                        cell => tabulation.LevelOf(cell, place) is { } level && level.Kind == kind ? level.Text : null);
            }
            yield break;
        }
        yield return (
            new Column(header, ColumnKind.Text),
            cell => tabulation.LevelOf(cell, place) is { Kind: not LevelKind.Missing } level ? level.Text : null);
        if (tabulation.Declared[place].Count > 0)
            yield return (
                new Column(TabulationFormat.OrderHeaderOf(header), ColumnKind.Count),
                cell => tabulation.LevelOf(cell, place)?.Kind == LevelKind.Value ? (long)cell.CodeOf(place) : null);
        if (levels.Any(level => level.Kind == LevelKind.Missing))
            yield return (
                new Column(TabulationFormat.MissingHeaderOf(header), ColumnKind.Text),
                cell => tabulation.LevelOf(cell, place) is { Kind: LevelKind.Missing } level ? level.Text : null);
    }
}
