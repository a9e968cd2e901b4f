using System.Globalization;
using BackPain.Stats.Benchmarks;
using BenchmarkDotNet.Running;

// generate ROWS COLUMNS FILE writes a synthetic survey; anything else is for BenchmarkDotNet (--filter '*', --job short, …).
if (args is ["generate", var rows, var columns, var file])
    SyntheticSurvey.Write(file, long.Parse(rows, CultureInfo.InvariantCulture), int.Parse(columns, CultureInfo.InvariantCulture));
else
    BenchmarkSwitcher.FromAssembly(typeof(SyntheticSurvey).Assembly).Run(args);
