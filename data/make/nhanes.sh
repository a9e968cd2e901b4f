#!/usr/bin/env bash
# Makes the two bundled NHANES datasets with this program, from the rows that CDC/NCHS publish.
# Use: data/make/nhanes.sh NHANES_ROWS.csv, from the root of the repository, after dotnet build.
set -euo pipefail
rows=$1
backpain=(dotnet src/BackPain.Stats.Cli/bin/Debug/net10.0/backpain.dll prevalence "$rows" --codebook data/make/nhanes-codebook.json
  --missing level --no-empty --no-overall --format csv)

# Keeps the strata, cases and n of the program's CSV under the names given; an unknown stratum becomes an empty cell.
counts() {
  awk -F, -v OFS=, -v header="$1" -v first="$2" -v last="$3" 'NR == 1 { print header; next }
    { line = ""; for (i = first; i <= last; i++) line = line (i > first ? OFS : "") ($i == "(missing)" ? "" : $i); print line }'
}

"${backpain[@]}" --by RIAGENDR,RIDAGEYR,SMOKE --bands RIDAGEYR=20,30,40,50,60,70,80 |
  counts sex,age,smoking,cases,persons 4 8 > data/nhanes-low-back-pain.csv

"${backpain[@]}" --by RIDEXPRG,TRIMESTER --where 'WT6MEC>0' --where RIAGENDR=2 --where 'RIDAGEYR>=20' --where 'RIDAGEYR<=44' --where RIDEXPRG=1,2 |
  counts pregnant,trimester,cases,persons 4 7 > data/nhanes-low-back-pain-pregnancy.csv
