using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Kinds;
using BackPain.Stats.Data.Problems;

namespace BackPain.Stats.Data.Studies;

/// <summary>Whether a file has the columns that its codebook describes, so that a misspelled one is not passed over.</summary>
internal static class DescribedColumns
{
    /// <summary>Reports the columns that a file should have and has not. Sums have only the columns that were asked about.</summary>
    public static void Require(Codebook codebook, RowKind kind, string file, IReadOnlyList<string> header, ProblemLog log)
    {
        if (!kind.HasEveryColumn)
            return;
        foreach (var field in codebook.Fields.Where(field => field.IsRequired && !header.Contains(field.Name)))
        {
            var nearest = Nearest.Suggestion(field.Name, header.Where(name => codebook.Fields.All(known => known.Name != name)));
            log.Add(new Problem(
                file, 1, ProblemCodes.UnknownColumn,
                $"found no column '{field.Name}', which the codebook describes",
                "expected it in the file",
                $"Correct the name, or write \"required\": false in the field.{nearest}"));
        }
    }
}
