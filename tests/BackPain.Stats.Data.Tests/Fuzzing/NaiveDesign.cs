using System.Globalization;
using BackPain.Stats.Data.Codebooks;
using BackPain.Stats.Data.Values;

namespace BackPain.Stats.Data.Tests.Fuzzing;

/// <summary>Where a person is in the design, said the plain way.</summary>
/// <param name="Wrong">The codes of what is wrong; nothing else holds where there are any.</param>
/// <param name="Dropped">Why the person is left out, if so.</param>
/// <param name="Keys">Stratum, PSU and finite population, as far as there are any.</param>
/// <param name="Weights">The weight, and the replicate weights; 0 for who is left out.</param>
internal readonly record struct NaivePlace(IReadOnlyList<string> Wrong, string? Dropped, IReadOnlyList<string> Keys, IReadOnlyList<double> Weights);

/// <summary>Reads the design of a file, person by person, the plain way.</summary>
/// <param name="header">The columns.</param>
/// <param name="request">What is asked.</param>
internal sealed class NaiveDesign(List<string> header, StudyRequest request)
{
    private readonly DesignColumns design = request.Design;
    private readonly List<int> replicates = [.. header.Select((name, at) => (name, at)).Where(entry => request.Design.Replicates is not null && entry.name.StartsWith("rw", StringComparison.Ordinal)).Select(entry => entry.at)];
    private readonly Dictionary<string, List<string>> strataOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> sizesOf = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Code)> contradictions = [];
    private readonly Dictionary<string, (string Size, int Line, HashSet<string> Psus, int Persons)> sampled = new(StringComparer.Ordinal);

    /// <summary>What contradicts an earlier row.</summary>
    public IReadOnlyList<(int Line, string Code)> Contradictions => contradictions;

    /// <summary>The columns that have to be there and are not.</summary>
    public IEnumerable<string> Absent => new[] { design.Weight, design.Strata, design.Psu, design.Fpc, design.Replicates is not null && replicates.Count == 0 ? "rw" : null }.OfType<string>().Where(name => !header.Contains(name));

    /// <summary>Lines, one of which is told since the finite population of its stratum is smaller than the sample, or is a fraction where others are counts.</summary>
    public IReadOnlyList<int> Unfit
    {
        get
        {
            var sizes = sampled.Values.Select(stratum => (Size: double.Parse(stratum.Size, CultureInfo.InvariantCulture), Units: design.Psu is null ? stratum.Persons : stratum.Psus.Count, stratum.Line)).ToList();
            return design.Fpc is null || sizes.TrueForAll(stratum => stratum.Size <= 1) ? [] : [.. sizes.Where(stratum => stratum.Size < Math.Max(1, stratum.Units)).Select(stratum => stratum.Line)];
        }
    }

    /// <summary>Reads a person.</summary>
    public NaivePlace Read(int line, List<string> row)
    {
        var weights = new List<double> { 1 };
        if (design.Weight is not null && WeightOf(row, header.IndexOf(design.Weight), weights, 0) is { } stop)
            return stop;
        var (keys, wrong) = (new List<string>(), new List<string>());
        foreach (var (column, isSize) in new[] { (design.Strata, false), (design.Psu, false), (design.Fpc, true) })
        {
            if (column is not null && KeyCode(row[header.IndexOf(column)], isSize, keys) is { } code)
                wrong.Add(code);
        }
        foreach (var at in wrong.Count > 0 ? [] : replicates)
        {
            weights.Add(0);
            if (WeightOf(row, at, weights, weights.Count - 1) is { } without)
                return without;
        }
        if (wrong.Count == 0)
            Sample(line, keys);
        return new NaivePlace(wrong, null, keys, weights);
    }

    private NaivePlace? WeightOf(List<string> row, int at, List<double> weights, int place)
    {
        var code = NaiveValues.WeightCode(row[at], mayBeNegative: place > 0, out var weight);
        weights[place] = weight;
        return code is null ? null
            : code == "missing-weight" && request.MissingWeight == MissingWeight.Drop ? new NaivePlace([], $"{header[at]} {NaiveValues.Reason(row[at])}", [], new double[1 + replicates.Count])
            : new NaivePlace([code], null, [], []);
    }

    private static string? KeyCode(string value, bool isSize, List<string> keys)
    {
        if (NaiveValues.Decoded(value) is not { } text)
            return "undecodable";
        if (NaiveValues.IsGap(text))
            return "missing-design";
        var size = isSize ? NaiveValues.NumberIn(value) : null;
        keys.Add(size?.ToString(CultureInfo.InvariantCulture) ?? text);
        return isSize && size is not > 0 ? "bad-fpc" : null;
    }

    /// <summary>A stratum that a PSU was not in before, or a size that a stratum did not have before, is told where it is first seen.</summary>
    private void Sample(int line, List<string> keys)
    {
        var stratum = design.Strata is null ? "" : keys[0];
        var psu = design.Psu is null ? "" : keys[1];
        if (design.Nested == false && !Agrees(strataOf, psu, stratum))
            contradictions.Add((line, "psu-in-two-strata"));
        if (design.Fpc is null)
            return;
        var size = keys[^1];
        if (!Agrees(sizesOf, stratum, size))
            contradictions.Add((line, "bad-fpc"));
        sampled.TryAdd(stratum, (size, line, [], 0));
        var known = sampled[stratum];
        known.Psus.Add(psu);
        sampled[stratum] = known with { Persons = known.Persons + 1 };
    }

    /// <summary>Whether something is the first of its kind, or was seen before.</summary>
    private static bool Agrees(Dictionary<string, List<string>> known, string of, string now)
    {
        if (!known.TryGetValue(of, out var values))
            known[of] = values = [];
        if (values.Contains(now))
            return true;
        values.Add(now);
        return values.Count == 1;
    }
}
