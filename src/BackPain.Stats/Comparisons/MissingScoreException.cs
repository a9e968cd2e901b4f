using BackPain.Stats.Definitions;

namespace BackPain.Stats.Comparisons;

/// <summary>Scores were given, but not for this group.</summary>
/// <param name="group">The group.</param>
public sealed class MissingScoreException(string group)
    : RefusalException(Refusal.Request, $"the group '{group}' has no score; give one for every group, or none.");
