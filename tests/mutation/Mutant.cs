namespace BackPain.Stats.Mutation;

/// <summary>One small change to a source file.</summary>
/// <param name="Number">Its number; a run with BACKPAIN_MUTANT=number makes the change.</param>
/// <param name="File">The file, relative to the repository.</param>
/// <param name="Line">The line.</param>
/// <param name="Before">What stands there.</param>
/// <param name="After">What stands there in the mutant.</param>
internal sealed record Mutant(int Number, string File, int Line, string Before, string After)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {Before}  →  {After}";
}
