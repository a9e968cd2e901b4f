using BackPain.Stats.Cli.Results;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Studies;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Cli.Commands;

/// <summary>The cells of a tabulation as a table that can be read back as data.</summary>
internal static class TabulationTable
{
    /// <summary>Arranges the tabulation of a study. Columns that no cell needs are left out.</summary>
    public static Table Arrange(Study study)
    {
        var tabulation = study.Tabulation;
        var columns = new List<(Column Column, Func<Cell, object?> Value)>();
        for (var index = 0; index < tabulation.Columns.Count; index++)
            columns.AddRange(ColumnsOf(tabulation, index));
        columns.Add((new Column(TabulationFormat.N, ColumnKind.Count), cell => cell.Sums.N));
        var (sumW, sumW2) = TabulationFormat.HeadersOf(tabulation.Weighting);
        columns.Add((new Column(sumW, ColumnKind.Number), cell => cell.Sums.W.Value));
        columns.Add((new Column(sumW2, ColumnKind.Number), cell => cell.Sums.W2.Value));
        columns.AddRange(ReplicateColumns(tabulation.Weighting));
        columns.AddRange(ReadingColumns(study));
        return new Table
        {
            Name = "cells",
            Columns = [.. columns.Select(column => column.Column)],
            Rows = [.. tabulation.Cells.Select(cell => new Row([.. columns.Select(column => column.Value(cell))]))],
        };
    }

    /// <summary>
    /// How the rows were read, as far as that decides what the sums mean beside those of other files: the same in every row.
    /// </summary>
    private static IEnumerable<(Column Column, Func<Cell, object?> Value)> ReadingColumns(Study study)
    {
        foreach (var (name, how) in study.Compared)
            yield return (new Column(TabulationFormat.ComparedHeaderOf(name), ColumnKind.Text), _ => TabulationFormat.TextOf(how));
        if (study.Repeats is { } persons)
            yield return (new Column(TabulationFormat.RepeatsHeaderOf(persons), ColumnKind.Text), _ => "rows");
    }

    private static IEnumerable<(Column Column, Func<Cell, object?> Value)> ReplicateColumns(Weighting? weighting)
    {
        for (var r = 0; r < weighting?.Replicates.Count; r++)
        {
            var index = r;
            yield return (
                new Column(TabulationFormat.HeaderOf(weighting.Replicates[r]), ColumnKind.Number), cell => cell.Replicates[index].Value);
        }
        if (weighting?.ReplicateRank.Match<int?>(known => known, unknown: () => null, none: () => null) is { } rank)
            yield return (new Column(TabulationFormat.ReplicateRank, ColumnKind.Count), _ => (long)rank);
    }

    private static IEnumerable<(Column Column, Func<Cell, object?> Value)> ColumnsOf(Tabulation tabulation, int index)
    {
        var (key, levels) = (tabulation.Columns[index], tabulation.Levels[index]);
        var header = TabulationFormat.HeaderOf(key);
        if (key.Role == KeyRole.Outside)
        {
            (LevelKind, string)[] kinds = [(LevelKind.Outside, TabulationFormat.Outside), (LevelKind.Dropped, TabulationFormat.Dropped)];
            foreach (var (kind, name) in kinds)
            {
                if (levels.Any(level => level.Kind == kind))
                    yield return (
                        new Column(name, ColumnKind.Text),
                        cell => tabulation.LevelOf(cell, index) is { } level && level.Kind == kind ? level.Text : null);
            }
            yield break;
        }
        yield return (
            new Column(header, ColumnKind.Text),
            cell => tabulation.LevelOf(cell, index) is { Kind: not LevelKind.Missing } level ? level.Text : null);
        if (tabulation.Declared[index].Count > 0)
            yield return (
                new Column(TabulationFormat.OrderHeaderOf(header), ColumnKind.Count),
                cell => tabulation.LevelOf(cell, index)?.Kind == LevelKind.Value ? (long)cell.CodeOf(index) : null);
        if (levels.Any(level => level.Kind == LevelKind.Missing))
            yield return (
                new Column(TabulationFormat.MissingHeaderOf(header), ColumnKind.Text),
                cell => tabulation.LevelOf(cell, index) is { Kind: LevelKind.Missing } level ? level.Text : null);
    }
}
