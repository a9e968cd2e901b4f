using BackPain.Stats.Definitions;

namespace BackPain.Stats.Comparisons;

/// <summary>No group is the reference that was asked for.</summary>
/// <param name="reference">The reference.</param>
/// <param name="groups">The groups there are.</param>
public sealed class UnknownReferenceException(string reference, IReadOnlyList<string> groups)
    : RefusalException(Refusal.Request, $"'{reference}' is not one of the groups ({string.Join("; ", groups)}).");
