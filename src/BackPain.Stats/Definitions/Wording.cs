using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace BackPain.Stats.Definitions;

/// <summary>A message, or a part of one, that may refer to settings, which every front end calls by its own names.</summary>
/// <remarks>
/// An interpolated string becomes a wording where one is expected: <c>$"It needs {Settings.Psu}."</c> keeps the reference to the setting.
/// A conditional or switch expression of interpolated strings is a string, unless one branch is converted: <c>(Wording)$"…"</c>.
/// Two wordings are equal if they have the same text and refer to the same settings.
/// </remarks>
[InterpolatedStringHandler]
public sealed class Wording : IEquatable<Wording>
{
    private readonly List<object> parts;

    /// <summary>Creates an empty wording; called by the compiler for interpolated strings.</summary>
    /// <param name="literalLength">The number of literal characters, which is not needed.</param>
    /// <param name="formattedCount">The number of interpolated expressions.</param>
    [SuppressMessage("Style", "IDE0060", Justification = "The compiler passes both.")]
    public Wording(int literalLength, int formattedCount) => parts = new List<object>((2 * formattedCount) + 1);

    /// <summary>Converts text without references; null remains null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Wording?(string? text)
    {
        if (text is null)
            return null;
        var wording = new Wording(text.Length, 0);
        wording.AppendLiteral(text);
        return wording;
    }

    /// <summary>Appends text.</summary>
    public void AppendLiteral(string value)
    {
        if (parts is [.., string last])
            parts[^1] = last + value;
        else
            parts.Add(value);
    }

    /// <summary>Appends a reference to a setting.</summary>
    public void AppendFormatted(Setting value) => parts.Add(value);

    /// <summary>Appends another wording with its references.</summary>
    public void AppendFormatted(Wording? value)
    {
        foreach (var part in value?.parts ?? [])
        {
            if (part is Setting setting)
                AppendFormatted(setting);
            else
                AppendLiteral((string)part);
        }
    }

    /// <summary>Appends the text of a value.</summary>
    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    /// <summary>Appends the text of a value in a format.</summary>
    public void AppendFormatted<T>(T value, string? format) => AppendLiteral(
        (value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString()) ?? "");

    /// <summary>Returns the text with a name for each setting.</summary>
    /// <param name="nameOf">Returns the name of a setting.</param>
    public string With(Func<Setting, string> nameOf)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part is Setting setting ? nameOf(setting) : (string)part);
        return text.ToString();
    }

    /// <summary>Returns the text with the neutral name of each setting in quotes.</summary>
    public override string ToString() => With(setting => $"'{setting.Name}'");

    /// <inheritdoc/>
    public bool Equals(Wording? other) => other is not null && parts.SequenceEqual(other.parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Wording);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
