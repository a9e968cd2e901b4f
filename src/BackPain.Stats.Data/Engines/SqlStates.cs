namespace BackPain.Stats.Data.Engines;

/// <summary>
/// What a SQLSTATE means, in our words. The server's own message may quote values of the data, or whatever a hostile server likes, and
/// is never shown.
/// </summary>
internal static class SqlStates
{
    private const int Length = 5;

    /// <summary>What went wrong, as a clause about the database, with the SQLSTATE.</summary>
    /// <param name="state">The SQLSTATE, as the server sent it.</param>
    public static string Explain(string state) => IsWellFormed(state)
        ? $"{MeaningOf(state)} (SQLSTATE {state})"
        : "the statement failed in the database, which gave no SQLSTATE";

    private static bool IsWellFormed(string state) =>
        state.Length == Length && state.All(character => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character));

    private static string MeaningOf(string state) => (state[..2], state) switch
    {
        (_, "42501") => "this login has no right to read the table, or one of the columns that are asked about",
        (_, "3D000") => "there is no database of that name",
        (_, "25006") => "the view tries to write, which a read-only transaction forbids",
        (_, "57014") => "the statement was cancelled in the database",
        (_, "42P01") => "a table that the view reads does not exist",
        ("22", _) => "a value cannot be used as the view or the statement wants it",
        ("08", _) => "the database lost a connection of its own",
        ("28", _) => "the database does not accept this login",
        ("53", _) => "the database ran out of memory, disk or connections",
        ("57", _) => "the database is shutting down, or an administrator stopped the statement",
        ("42", _) => "the database does not accept the statement",
        _ => "the statement failed in the database",
    };
}
