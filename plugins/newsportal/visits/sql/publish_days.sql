-- The figures of each day.
SELECT
    day,
    sum(CASE WHEN kind = 'views' THEN n ELSE 0 END) AS views,
    sum(CASE WHEN kind = 'visits' THEN n ELSE 0 END) AS visits,
    sum(CASE WHEN kind = 'visitors' THEN n ELSE 0 END) AS visitors,
    sum(CASE WHEN kind = 'bots' THEN n ELSE 0 END) AS bots,
    sum(CASE WHEN kind = 'unknown' THEN n ELSE 0 END) AS unknown
FROM counts
WHERE kind IN ('views', 'visits', 'visitors', 'bots', 'unknown', 'open')
GROUP BY day
ORDER BY day
