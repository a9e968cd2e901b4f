using System.Globalization;
using BackPain.Stats.Benchmarks;
using BenchmarkDotNet.Running;

// generate ROWS COLUMNS FILE [PSUS] writes a synthetic survey; anything else is for BenchmarkDotNet (--filter '*', --job short, …).
if (args is ["generate", var rows, var columns, var file, .. var more])
    SyntheticSurvey.Write(file, long.Parse(rows, CultureInfo.InvariantCulture), int.Parse(columns, CultureInfo.InvariantCulture), more is [var psus] ? int.Parse(psus, CultureInfo.InvariantCulture) : SyntheticSurvey.UsualPsus);
else
    BenchmarkSwitcher.FromAssembly(typeof(SyntheticSurvey).Assembly).Run(args);
