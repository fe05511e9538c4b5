-- The counts of the last days, day by day: pages most read, and who reads feeds.
SELECT day, kind, key, n
FROM counts
WHERE kind IN ('page', 'stated', 'single') AND day >= CAST('{first}' AS DATE) AND day <= CAST('{last}' AS DATE)
ORDER BY day, kind, key
