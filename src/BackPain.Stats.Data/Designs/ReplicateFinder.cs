using System.Globalization;
using System.IO.Enumeration;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Designs;

/// <summary>Finds the columns of replicate weights and what each counts for in the variance.</summary>
/// <param name="table">The file.</param>
/// <param name="header">The columns among which they are.</param>
/// <param name="folder">The folder to which the name of a file of scales is relative; null for the current folder of the process.</param>
/// <param name="log">Where problems go.</param>
internal sealed class ReplicateFinder(DataRows table, IReadOnlyList<string> header, string? folder, ProblemLog log)
{
    private const int MostListed = 40;
    private const string NameColumn = "replicate";
    private const string ScaleColumn = "scale";

    /// <summary>The file of scales, once it has been read; null if there is none.</summary>
    public ScalesFile? Scales { get; private set; }

    /// <summary>The replicates, in the order of the file; none, and problems, where they cannot be told.</summary>
    /// <param name="columns">What is known of them.</param>
    /// <param name="weight">The weight that is no replicate, even if it has a name like one.</param>
    public IReadOnlyList<Replicate> Find(ReplicateColumns columns, string weight)
    {
        var names = NamesLike(columns.Pattern, weight, header);
        if (names.Count == 0)
        {
            log.Add(new Problem(
                table.File,
                1,
                ProblemCodes.UnknownColumn,
                $"found no column like '{columns.Pattern}'",
                $"the file has {string.Join(", ", header.Take(MostListed))}{(header.Count > MostListed ? ", …" : "")}",
                "Write the part that the names of the replicate weights share, with * for the rest: 'rw*'."));
        }
        return columns.Scales switch
        {
            null when names.Count > 0 => names.ConvertAll(name => new Replicate(name, columns.Type!.ScaleOf!(names.Count))),
            { File: { } file } => FromFile(file, names),
            { Numbers: [var one] } => names.ConvertAll(name => new Replicate(name, one)),
            { Numbers: var numbers } when numbers.Count == names.Count =>
                [.. names.Zip(numbers, (name, scale) => new Replicate(name, scale))],
            { Numbers.Count: var count } => Refuse(
                table.File,
                1,
                string.Create(CultureInfo.InvariantCulture, $"found {count} scales and {names.Count} columns like '{columns.Pattern}'"),
                "expected one scale for each, or one for all"),
            _ => [],
        };
    }

    /// <summary>The names that a pattern fits, but for that of the weight.</summary>
    public static List<string> NamesLike(string pattern, string weight, IEnumerable<string> header) =>
    [
        .. header.Where(name =>
            name != weight && name.Length > 0 && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false)),
    ];

    private IReadOnlyList<Replicate> FromFile(string path, List<string> names)
    {
        var scales = new Dictionary<string, double>(StringComparer.Ordinal);
        var file = InputFile.Find(path, folder);
        using var rows = file.OpenRows(new CsvDialect(), fingerprint: true, log);
        var errorsBefore = log.Errors;
        var (name, scale) = (rows.Find(NameColumn), rows.Find(ScaleColumn));
        while (log.Errors == errorsBefore && rows.Read())
        {
            var replicate = DataRows.Shown(rows[name]);
            if (!Numbers.TryParse(rows[scale], decimalComma: false, out var number) || number is < 0 or > Replicate.LargestScale)
            {
                var found = $"found '{DataRows.Shown(rows[scale])}' in column '{ScaleColumn}'";
                Refuse(file.Name, rows.Line, found, "expected a number, 0 or more");
            }
            else if (!scales.TryAdd(replicate, number))
                Refuse(file.Name, rows.Line, $"found replicate '{replicate}' again", "expected each once");
        }
        foreach (var absent in names.Where(absent => !scales.ContainsKey(absent)).Take(log.Errors == errorsBefore ? ProblemLog.Shown : 0))
            Refuse(file.Name, 1, $"found no scale for the replicate '{absent}'", "expected one for every column of replicate weights");
        Scales = new ScalesFile(file.Name, rows.Sha256!, rows.Progress.Bytes);
        return log.Errors > errorsBefore ? [] : names.ConvertAll(known => new Replicate(known, scales[known]));
    }

    private List<Replicate> Refuse(string file, long line, string found, string expected)
    {
        log.Add(new Problem(file, line, ProblemCodes.BadScales, found, expected));
        return [];
    }
}
