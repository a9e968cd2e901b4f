-- Prevalence and its linearized standard error, overall and by three columns: sums by PSU and stratum in one pass, and the rest from these.
WITH cells AS (
  SELECT stratum, psu, sex, region, smoking, sum(weight * pain) AS x, sum(weight) AS w
  FROM read_csv('FILE') GROUP BY ALL
), frame AS (
  SELECT stratum, count(DISTINCT psu) AS units FROM cells GROUP BY stratum
), clusters AS (
  SELECT grouping_id(sex, region, smoking) AS by_what, coalesce(sex, region, smoking, 'overall') AS level, stratum, psu, sum(x) AS x, sum(w) AS w
  FROM cells GROUP BY GROUPING SETS ((stratum, psu), (stratum, psu, sex), (stratum, psu, region), (stratum, psu, smoking))
), domains AS (
  SELECT by_what, level, sum(x) AS x, sum(w) AS w FROM clusters GROUP BY ALL
), strata AS (
  SELECT by_what, level, c.stratum, sum((c.x - d.x / d.w * c.w) / d.w) AS s, sum(((c.x - d.x / d.w * c.w) / d.w) ^ 2) AS s2
  FROM clusters c JOIN domains d USING (by_what, level) GROUP BY ALL
)
SELECT by_what, level, any_value(d.x / d.w) AS p, sqrt(sum(units / (units - 1) * (s2 - s ^ 2 / units))) AS se
FROM strata JOIN frame USING (stratum) JOIN domains d USING (by_what, level) GROUP BY ALL ORDER BY ALL;
