-- What is told of a whole time, each page and file by itself.
SELECT kind, key, sum(n) AS n
FROM counts
WHERE kind IN ('page', 'download', 'referrer', 'crawler')
    AND day >= CAST('{first}' AS DATE) AND day <= CAST('{last}' AS DATE)
GROUP BY kind, key
ORDER BY kind, key
