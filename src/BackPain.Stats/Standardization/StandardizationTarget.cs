using BackPain.Stats.Populations;

namespace BackPain.Stats.Standardization;

/// <summary>What to standardize to: <see cref="DirectStandardization"/> or <see cref="IndirectStandardization"/>.</summary>
public abstract record StandardizationTarget
{
    private protected StandardizationTarget()
    {
    }

    /// <summary>The name of the target.</summary>
    public abstract string Name { get; }
}

/// <summary>Direct standardization: to the mix of a standard population.</summary>
/// <param name="Standard">The standard population.</param>
public sealed record DirectStandardization(StandardPopulation Standard) : StandardizationTarget
{
    /// <inheritdoc/>
    public override string Name => Standard.Name;
}

/// <summary>Indirect standardization: by the rates of a reference population.</summary>
/// <param name="Rates">The rates; null for those of everybody in the data.</param>
public sealed record IndirectStandardization(ReferenceRates? Rates) : StandardizationTarget
{
    /// <summary>The name of the rates of everybody in the data.</summary>
    public const string Overall = "overall";

    /// <inheritdoc/>
    public override string Name => Rates?.Name ?? Overall;
}
