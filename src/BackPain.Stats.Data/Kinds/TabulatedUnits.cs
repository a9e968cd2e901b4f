using System.Globalization;
using BackPain.Stats.Data.Designs;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Problems;
using BackPain.Stats.Data.Rows;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Kinds;

/// <summary>Reads where the persons of a saved sum are in the sampling design.</summary>
internal sealed class TabulatedUnits
{
    private readonly List<(int Index, int Column, bool IsSize, CodedColumn Values)> keys = [];
    private readonly TabulationBuilder builder;
    private readonly DesignChecks checks;

    /// <param name="header">The columns of the file.</param>
    /// <param name="values">How values are compared with codes.</param>
    /// <param name="builder">What the levels are for.</param>
    /// <param name="ledger">What is known from other files.</param>
    public TabulatedUnits(IEnumerable<string> header, CodedColumns values, TabulationBuilder builder, DesignLedger ledger)
    {
        this.builder = builder;
        var held = header.Select(TabulationFormat.KeyOf).ToList();
        foreach (var (index, key) in builder.Columns.Design)
        {
            var (column, isSize) = (held.IndexOf(key), key.Role is KeyRole.Fpc or KeyRole.SecondFpc);
            keys.Add((index, column, isSize, isSize ? values.OfNumbers(key.Name) : values.Of(key.Name, column)));
        }
        // Whoever tabulated the rows knew whether PSUs are numbered anew in each stratum.
        checks = new DesignChecks(nested: true, builder, ledger);
    }

    /// <summary>The columns of units and finite populations.</summary>
    public IEnumerable<int> Columns => keys.Select(key => key.Column);

    /// <summary>Puts units and finite populations into the key; false, and a problem, where that cannot be.</summary>
    /// <param name="row">The row.</param>
    /// <param name="key">The key.</param>
    /// <param name="isDropped">Whether the persons have no weight, and so are in no unit.</param>
    /// <param name="log">Where problems go.</param>
    public bool Read(DataRows row, Span<int> key, bool isDropped, ProblemLog log)
    {
        var complete = true;
        foreach (var (index, column, isSize, values) in keys)
        {
            var text = SpreadsheetText.Unescape(DataRows.Shown(row[column]));
            Level? level = text.Length == 0 ? null : isSize ? SizeOf(row[column], row.DecimalComma) : UnitOf(text, values);
            key[index] = level is null ? Tabulation.NoLevel : builder.CodeOf(index, level.Value);
            if (level is not null || (isDropped && text.Length == 0))
                continue;
            complete = false;
            var (code, expected) = text.Length == 0
                ? (ProblemCodes.MissingDesign, "expected a value for everybody with a weight")
                : (ProblemCodes.BadFpc, "expected a number above 0");
            var name = row.Header[column];
            var found = $"found '{text}' in column '{name}'";
            log.Add(new Problem(row.File, row.Line, code, found, expected, "Write the file with 'backpain tabulate'.") { Column = name });
        }
        if (complete && !isDropped)
            checks.See(row, key);
        return complete;
    }

    private static Level? SizeOf(ReadOnlySpan<byte> text, bool decimalComma) =>
        Numbers.TryParse(text, decimalComma, out var number) && number > 0
            ? Level.Value(number.ToString(CultureInfo.InvariantCulture))
            : null;

    private static Level UnitOf(string text, CodedColumn values)
    {
        var (asNumber, asText) = values.FormsOf(text);
        return asNumber is not null && asText is not null && asNumber != asText
            ? Level.Either(new UndecidedLevel(values.Name, Level.Value(asNumber), Level.Value(asText)))
            : Level.Value(asNumber ?? text);
    }
}
