#!/usr/bin/env bash
# Makes the bundled sums of NHANES 1999-2004 with their sampling design with this program, from the rows that CDC/NCHS publish.
# Ages are three groups, since no bundled figure shows others.
# Use: data/make/nhanes-national.sh NHANES_ROWS.csv, from the root of the repository, after dotnet build.
set -euo pipefail
dotnet src/BackPain.Stats.Cli/bin/Debug/net10.0/backpain.dll tabulate "$1" --codebook data/make/nhanes-codebook.json \
  --weight WT6INT --strata SDMVSTRA --psu SDMVPSU --by RIAGENDR,RIDAGEYR,SMOKE --bands RIDAGEYR=20,40,60 --format csv |
  sed '1 { s/RIAGENDR/sex/g; s/RIDAGEYR/age/g; s/SMOKE/smoking/g; s/MPQ070/low back pain/g }' > data/nhanes-1999-2004.csv
