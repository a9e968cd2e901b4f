using BackPain.Stats.Tabulations;

namespace BackPain.Stats.Data.Values;

/// <summary>Why rows are outside of the subpopulation where some conditions cannot be decided before all values are known.</summary>
/// <remarks>Rows with the same open conditions are one state, so that what a row means is put together once for all rows like it.</remarks>
/// <param name="builder">What the reasons are for.</param>
internal sealed class OpenConditions(TabulationBuilder builder)
{
    /// <summary>No condition is open.</summary>
    public const int NoneOpen = 0;

    private readonly int outside = builder.Columns.IndexOf(KeyRole.Outside);
    private readonly List<UndecidedLevel> answers = [];
    private readonly List<(int Before, UndecidedLevel Answer)> states = [(NoneOpen, new UndecidedLevel("", null, null))];
    private readonly Dictionary<(int State, int Answer), int> next = [];
    private readonly Dictionary<(int State, int Code), (int Code, bool MayBeInside)> ends = [];

    /// <summary>The code of a reason; <see cref="DomainReader.Inside"/> for null.</summary>
    public int CodeOf(Level? reason) => reason is { } level ? builder.CodeOf(outside, level) : DomainReader.Inside;

    /// <summary>The code of an answer that is not decided yet.</summary>
    public int CodeOf(UndecidedLevel answer)
    {
        answers.Add(answer);
        return -1 - answers.Count;
    }

    /// <summary>The state after one more open answer.</summary>
    public int After(int state, int code)
    {
        if (next.TryGetValue((state, code), out var after))
            return after;
        states.Add((state, answers[-2 - code]));
        return next[(state, code)] = states.Count - 1;
    }

    /// <summary>The code of a row with open answers.</summary>
    /// <param name="state">The open answers.</param>
    /// <param name="code">What decides if all of them turn out to be "inside".</param>
    /// <param name="mayBeInside">Whether that may be so.</param>
    public int End(int state, int code, out bool mayBeInside)
    {
        if (!ends.TryGetValue((state, code), out var end))
        {
            Level? level = code == DomainReader.Inside ? null : builder.LevelOf(outside, code);
            for (var at = state; at != NoneOpen; at = states[at].Before)
            {
                var answer = states[at].Answer;
                var (ifNumbers, ifTexts) = (answer.IfNumbers ?? level, answer.IfTexts ?? level);
                level = ifNumbers == ifTexts ? ifNumbers : Level.Either(new UndecidedLevel(answer.Column, ifNumbers, ifTexts));
            }
            ends[(state, code)] = end = (CodeOf(level), MayBeInside(level));
        }
        mayBeInside = end.MayBeInside;
        return end.Code;
    }

    private static bool MayBeInside(Level? level) =>
        level is null
        || (level.Value.Undecided is { } undecided && (MayBeInside(undecided.IfNumbers) || MayBeInside(undecided.IfTexts)));
}
