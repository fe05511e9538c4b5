-- What is told of the whole time, each page and file by itself.
SELECT kind, key, sum(n) AS n
FROM counts
WHERE kind IN ('page', 'download', 'referrer', 'crawler')
GROUP BY kind, key
ORDER BY kind, key
