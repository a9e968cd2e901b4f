using System.Text;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Escapes text for LaTeX and maps the symbols of formulas to LaTeX commands.</summary>
internal static class LatexText
{
    private const char CombiningHat = '\u0302';
    private const char CombiningTilde = '\u0303';

    /// <summary>The text as content.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        var last = default(Rune);
        var runes = TextLayout.Printable(text).EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            var accents = runes.Skip(i + 1).TakeWhile(IsAccent).ToList();
            if (IsAccent(runes[i]))
                escaped.Append(Accented("", [runes[i], .. accents], isFormula: false));
            else if (accents.Count > 0)
                escaped.Append(Accented(Sign(runes[i]), accents, isFormula: Rune.IsLetterOrDigit(runes[i]) && runes[i].IsAscii));
            else if (runes[i].Value == '*' && runes.Take(i).All(Rune.IsWhiteSpace))
                escaped.Append("{*}");
            else
                escaped.Append(runes[i] == last && IsJoined(last) ? "{}" : "").Append(Sign(runes[i]));
            last = accents.Count > 0 ? default : runes[i];
            i += accents.Count;
        }
        return escaped.ToString();
    }

    private static bool IsAccent(Rune rune) => rune.Value is CombiningHat or CombiningTilde;

    /// <summary>Whether a repeated character would form a ligature: -- a dash, '' and ,, quotes.</summary>
    private static bool IsJoined(Rune rune) => rune.Value is '-' or '\'' or ',';

    /// <summary>Letters of formulas take their accents in math mode, where not all other characters are allowed.</summary>
    private static string Accented(string sign, IReadOnlyList<Rune> accents, bool isFormula)
    {
        foreach (var accent in accents)
            sign = isFormula
                ? $@"\{(accent.Value == CombiningHat ? "hat" : "tilde")}{{{sign}}}"
                : $@"\{(accent.Value == CombiningHat ? '^' : '~')}{{{sign}}}";
        return isFormula ? $"${sign}$" : sign;
    }

    private static string Sign(Rune rune) => rune.Value switch
    {
        '\\' => @"\textbackslash{}",
        '{' or '}' or '$' or '&' or '#' or '%' or '_' => $@"\{rune}",
        '^' => @"\textasciicircum{}",
        '~' => @"\textasciitilde{}",
        '<' => @"\textless{}",
        '>' => @"\textgreater{}",
        '|' => @"\textbar{}",
        '"' => @"\char34{}",
        '`' => @"\textasciigrave{}",
        // A bracket after a line break would be read as its argument, and an asterisk as part of the command.
        '[' => "{[}",
        ']' => "{]}",
        '–' => "--",
        '−' => "$-$",
        '×' => @"$\times$",
        '±' => @"$\pm$",
        '·' => @"$\cdot$",
        '≤' => @"$\leq$",
        '≥' => @"$\geq$",
        '≠' => @"$\neq$",
        '≈' => @"$\approx$",
        '√' => @"$\surd$",
        '∞' => @"$\infty$",
        '∓' => @"$\mp$",
        '∫' => @"$\int$",
        'ℓ' => @"$\ell$",
        'Σ' => @"$\Sigma$",
        'α' => @"$\alpha$",
        'β' => @"$\beta$",
        'Φ' => @"$\Phi$",
        '½' => @"$\frac{1}{2}$",
        '¹' => "$^1$",
        '²' => "$^2$",
        '⁻' => "$^-$",
        '\u00A0' => "~",
        // Most fonts lack the replacement character.
        '\uFFFD' => "?",
        _ => rune.ToString(),
    };
}
