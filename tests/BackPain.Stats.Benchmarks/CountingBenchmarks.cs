using System.Globalization;
using System.Text;
using BackPain.Stats.Data.Formats;
using BackPain.Stats.Data.Values;
using BackPain.Stats.Tabulations;
using BenchmarkDotNet.Attributes;

namespace BackPain.Stats.Benchmarks;

/// <summary>What is done for every row: coding values, reading numbers, adding to a cell. Times are for one value or row.</summary>
public class CountingBenchmarks
{
    private const int Batch = 4096;

    private readonly byte[][] shortValues = Values(row => (row % 60).ToString(CultureInfo.InvariantCulture));
    private readonly byte[][] longValues = Values(row => $"category number {row % 60}");
    private readonly byte[][] plainNumbers = Values(row => (200 + (row * 0.7321)).ToString("0.0000", CultureInfo.InvariantCulture));
    private readonly byte[][] otherNumbers = Values(row => (200 + (row * 0.7321)).ToString("e12", CultureInfo.InvariantCulture));
    private readonly int[][] keys = [.. Enumerable.Range(0, Batch).Select(row => new[] { row * 31 % 50, row * 17 % 12, row * 7 % 60, row % 2 })];
    private readonly ColumnCoder shortCoder = new(value => value!.Length);
    private readonly ColumnCoder longCoder = new(value => value!.Length);
    private readonly TabulationBuilder cells = new([KeyColumn.DesignStratum("stratum"), KeyColumn.Psu("psu"), KeyColumn.By("age"), KeyColumn.By("sex")], new Weighting("weight", []));

    /// <summary>A code such as 1 or male.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public int CodeOfShortValue() => Sum(shortValues, value => shortCoder.CodeOf(value));

    /// <summary>A value of more than seven bytes.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public int CodeOfLongValue() => Sum(longValues, value => longCoder.CodeOf(value));

    /// <summary>A weight as it is most often written.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public int PlainNumber() => Sum(plainNumbers, value => Numbers.TryParse(value, decimalComma: false, out var number) ? (int)number : 0);

    /// <summary>A number with an exponent.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public int NumberWithExponent() => Sum(otherNumbers, value => Numbers.TryParse(value, decimalComma: false, out var number) ? (int)number : 0);

    /// <summary>A weighted person added to one of many cells.</summary>
    [Benchmark(OperationsPerInvoke = Batch)]
    public void PersonIntoCell()
    {
        foreach (var key in keys)
            cells.Add(key, Sums.OfPerson(1.5));
    }

    private static byte[][] Values(Func<int, string> write) => [.. Enumerable.Range(0, Batch).Select(row => Encoding.UTF8.GetBytes(write(row)))];

    private static int Sum(byte[][] values, Func<byte[], int> read)
    {
        var sum = 0;
        foreach (var value in values)
            sum += read(value);
        return sum;
    }
}
