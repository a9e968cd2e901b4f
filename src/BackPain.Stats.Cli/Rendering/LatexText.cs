using System.Text;

namespace BackPain.Stats.Cli.Rendering;

/// <summary>Text in LaTeX in which nothing is a command, and the signs of formulas are those of its own alphabet.</summary>
internal static class LatexText
{
    private const char CombiningHat = '\u0302';
    private const char CombiningTilde = '\u0303';

    /// <summary>The text as content.</summary>
    public static string Escaped(string text)
    {
        var printable = TextLayout.Printable(text);
        var escaped = new StringBuilder(printable.Length);
        for (var i = 0; i < printable.Length; i++)
        {
            var next = i + 1 < printable.Length ? printable[i + 1] : '\0';
            if (next is CombiningHat or CombiningTilde)
                escaped.Append($@"$\{(next == CombiningHat ? "hat" : "tilde")}{{{printable[i++]}}}$");
            else
                escaped.Append(Sign(printable[i])).Append((printable[i], next) is ('-', '-') ? "{}" : "");
        }
        return escaped.ToString();
    }

    private static string Sign(char character) => character switch
    {
        '\\' => @"\textbackslash{}",
        '{' or '}' or '$' or '&' or '#' or '%' or '_' => $@"\{character}",
        '^' => @"\textasciicircum{}",
        '~' => @"\textasciitilde{}",
        '<' => @"\textless{}",
        '>' => @"\textgreater{}",
        '|' => @"\textbar{}",
        '"' => @"\char34{}",
        '`' => @"\textasciigrave{}",
        // A bracket behind a line break would be read as its argument.
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
        _ => character.ToString(),
    };
}
