-- From the requests of open days to counts: (day, kind, key, n). Plain SQL that any engine understands.
-- Nothing hangs on the order of rows or on the keys of hashes, so the same requests always give the same counts.
WITH behaviour AS (
    SELECT
        day, visitor,
        max(CASE WHEN who = 'bot' THEN 1 ELSE 0 END) AS is_bot,
        max(CASE WHEN who = 'unknown' THEN 1 ELSE 0 END) AS is_unknown,
        max(CASE WHEN kind = 'robots' THEN 1 ELSE 0 END) AS asked_robots,
        max(CASE WHEN kind = 'asset' THEN 1 ELSE 0 END) AS has_assets,
        sum(CASE WHEN kind = 'page' THEN 1 ELSE 0 END) AS pages
    FROM requests
    GROUP BY day, visitor
),
-- A robot says so, asks for robots.txt, or fetches more than a person reads. A browser with many pages and no style
-- sheet or picture may be either; one with few may have them from an earlier day.
visitors AS (
    SELECT
        day, visitor, pages,
        CASE
            WHEN is_bot = 1 OR asked_robots = 1 OR pages > 500 THEN 'bot'
            WHEN is_unknown = 1 OR (pages >= 15 AND has_assets = 0) THEN 'unknown'
            ELSE 'person'
        END AS class
    FROM behaviour
),
pages AS (
    SELECT r.day, r.visitor, r.clock, r.path, r.referrer, r.name, v.class
    FROM requests AS r
    JOIN visitors AS v ON r.day = v.day AND r.visitor = v.visitor
    WHERE r.kind = 'page'
),
-- A visit begins with a view that has none in the thirty minutes before it. Where several views of one second begin
-- one, any that names a place it came from tells it.
moments AS (
    SELECT day, visitor, clock, max(referrer) AS referrer
    FROM pages
    WHERE class = 'person'
    GROUP BY day, visitor, clock
),
runs AS (
    SELECT day, referrer, clock - lag(clock, 1, -1800) OVER (PARTITION BY day, visitor ORDER BY clock) AS pause
    FROM moments
),
visits AS (
    SELECT day, referrer FROM runs WHERE pause >= 1800
),
views AS (
    SELECT day, visitor, path FROM pages WHERE class = 'person'
),
-- A file fetched in parts counts once for each run of parts, and not beside the whole file.
files AS (
    SELECT
        r.day, r.visitor, r.path, CASE WHEN r.partial THEN 1 ELSE 0 END AS part,
        r.clock - lag(r.clock, 1, -1800) OVER (
            PARTITION BY r.day, r.visitor, r.path, r.partial ORDER BY r.clock
        ) AS pause
    FROM requests AS r
    JOIN visitors AS v ON r.day = v.day AND r.visitor = v.visitor
    WHERE r.kind = 'download' AND v.class = 'person'
),
downloads AS (
    SELECT
        day, visitor, path,
        sum(CASE WHEN part = 0 THEN 1 ELSE 0 END) AS whole,
        sum(CASE WHEN part = 1 AND pause >= 1800 THEN 1 ELSE 0 END) AS runs
    FROM files
    GROUP BY day, visitor, path
),
-- Apart from the rest, as ClickHouse would take `kind` below for the constant that is called so.
readers AS (
    SELECT day, visitor, path, name, stated, single FROM requests WHERE kind = 'feed'
)
SELECT day, 'views' AS kind, '' AS key, sum(pages) AS n
FROM visitors WHERE class = 'person' AND pages > 0 GROUP BY day
UNION ALL
SELECT day, 'visits' AS kind, '' AS key, count(*) AS n FROM visits GROUP BY day
UNION ALL
SELECT day, 'visitors' AS kind, '' AS key, count(*) AS n
FROM visitors WHERE class = 'person' AND pages > 0 GROUP BY day
UNION ALL
SELECT day, 'bots' AS kind, '' AS key, sum(pages) AS n
FROM visitors WHERE class = 'bot' AND pages > 0 GROUP BY day
UNION ALL
SELECT day, 'unknown' AS kind, '' AS key, sum(pages) AS n
FROM visitors WHERE class = 'unknown' AND pages > 0 GROUP BY day
UNION ALL
SELECT day, 'page' AS kind, path AS key, count(*) AS n FROM views GROUP BY day, path
UNION ALL
SELECT day, 'referrer' AS kind, referrer AS key, count(*) AS n
FROM visits WHERE referrer <> '' GROUP BY day, referrer
UNION ALL
SELECT day, 'crawler' AS kind, name AS key, count(*) AS n
FROM pages WHERE class = 'bot' AND name <> '' GROUP BY day, name
UNION ALL
SELECT day, 'download' AS kind, path AS key, sum(CASE WHEN whole > 0 THEN whole ELSE runs END) AS n
FROM downloads GROUP BY day, path
UNION ALL
-- The reader's name, which has no slash, and the feed's path, which begins with one.
SELECT day, 'stated' AS kind, concat(name, path) AS key, max(stated) AS n
FROM readers WHERE stated >= 0 GROUP BY day, name, path
UNION ALL
SELECT day, 'single' AS kind, path AS key, count(DISTINCT visitor) AS n
FROM readers WHERE single GROUP BY day, path
UNION ALL
SELECT day, 'open' AS kind, '' AS key, 1 AS n FROM requests GROUP BY day
