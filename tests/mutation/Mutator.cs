using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BackPain.Stats.Mutation;

/// <summary>Rewrites a file so that it holds all of its chosen mutants, each behind a switch: a &lt; b becomes (Mutant.Is(7) ? a &lt;= b : a &lt; b).</summary>
/// <param name="file">The file.</param>
/// <param name="first">The number of the first mutant of the file.</param>
/// <param name="isChosen">Which mutants are written.</param>
internal sealed class Mutator(string file, int first, Func<int, bool> isChosen) : CSharpSyntaxRewriter
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind> Swapped = new()
    {
        [SyntaxKind.LessThanExpression] = SyntaxKind.LessThanOrEqualExpression,
        [SyntaxKind.LessThanOrEqualExpression] = SyntaxKind.LessThanExpression,
        [SyntaxKind.GreaterThanExpression] = SyntaxKind.GreaterThanOrEqualExpression,
        [SyntaxKind.GreaterThanOrEqualExpression] = SyntaxKind.GreaterThanExpression,
        [SyntaxKind.EqualsExpression] = SyntaxKind.NotEqualsExpression,
        [SyntaxKind.NotEqualsExpression] = SyntaxKind.EqualsExpression,
        [SyntaxKind.LogicalAndExpression] = SyntaxKind.LogicalOrExpression,
        [SyntaxKind.LogicalOrExpression] = SyntaxKind.LogicalAndExpression,
        [SyntaxKind.AddExpression] = SyntaxKind.SubtractExpression,
        [SyntaxKind.SubtractExpression] = SyntaxKind.AddExpression,
        [SyntaxKind.MultiplyExpression] = SyntaxKind.DivideExpression,
        [SyntaxKind.DivideExpression] = SyntaxKind.MultiplyExpression,
    };

    private readonly List<Mutant> mutants = [];

    /// <summary>The mutants met, chosen or not.</summary>
    public IReadOnlyList<Mutant> Mutants => mutants;

    /// <inheritdoc/>
    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (BinaryExpressionSyntax)base.VisitBinaryExpression(node)!;
        // Texts are joined with +, too.
        if (!Swapped.TryGetValue(node.Kind(), out var other) || !IsFree(node) || node.DescendantNodes().Any(part => part.IsKind(SyntaxKind.StringLiteralExpression) || part is InterpolatedStringExpressionSyntax))
            return visited;
        var changed = SyntaxFactory.BinaryExpression(other, visited.Left.WithoutTrivia(), visited.Right.WithoutTrivia());
        return Switched(node, visited, changed);
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var visited = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return IsFree(node.Condition) ? visited.WithCondition(Switched(node.Condition, visited.Condition, Not(visited.Condition))) : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return IsFree(node.Condition) ? visited.WithCondition(Switched(node.Condition, visited.Condition, Not(visited.Condition))) : visited;
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (node.Token.Value is not int number || !IsFree(node))
            return node;
        return Switched(node, node, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(number + 1)));
    }

    /// <inheritdoc/>
    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        var canBeLeftOut = node.Expression is InvocationExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax
            || (node.Expression is AssignmentExpressionSyntax assignment && !assignment.IsKind(SyntaxKind.SimpleAssignmentExpression));
        if (!canBeLeftOut || !IsFree(node) || Add(node, "(left out)") is not { } number)
            return visited;
        return SyntaxFactory.IfStatement(SyntaxFactory.ParseExpression($"!global::Mutant.Is({number})"), visited.WithoutTrivia()).NormalizeWhitespace().WithTriviaFrom(visited);
    }

    /// <summary>Whether code may stand here that is not constant, and whether the node declares nothing that is used elsewhere.</summary>
    private static bool IsFree(SyntaxNode node) =>
        !node.DescendantNodesAndSelf().Any(part => part is DeclarationExpressionSyntax or SingleVariableDesignationSyntax or StackAllocArrayCreationExpressionSyntax)
        && !node.Ancestors().Any(above => above is AttributeSyntax or PatternSyntax or SwitchLabelSyntax or ParameterSyntax or EnumMemberDeclarationSyntax or ConstructorInitializerSyntax
            || (above is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword))
            || (above is LocalDeclarationStatementSyntax local && local.IsConst)
            || above is ThrowExpressionSyntax or ThrowStatementSyntax);

    private ExpressionSyntax Switched(ExpressionSyntax original, ExpressionSyntax visited, ExpressionSyntax changed) =>
        Add(original, changed.NormalizeWhitespace().ToString()) is not { } number
            ? visited
            : SyntaxFactory.ParseExpression($"(global::Mutant.Is({number}) ? {changed.NormalizeWhitespace()} : {visited.WithoutTrivia()})").WithTriviaFrom(visited);

    private static PrefixUnaryExpressionSyntax Not(ExpressionSyntax condition) =>
        SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, SyntaxFactory.ParenthesizedExpression(condition.WithoutTrivia()));

    private int? Add(SyntaxNode node, string after)
    {
        var number = first + mutants.Count;
        mutants.Add(new Mutant(number, file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, node.ToString(), after));
        return isChosen(number) ? number : null;
    }
}
