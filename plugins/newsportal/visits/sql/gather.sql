-- What stands behind the requests that were read, each once.
INSERT INTO agents SELECT DISTINCT text, agent FROM seen WHERE kind IS NULL AND agent IS NOT NULL AND text IS NOT NULL;

CREATE TABLE places AS
SELECT place, path FROM asked WHERE place > 0
UNION
SELECT place, text FROM seen WHERE kind IS NULL AND place > 0 AND text IS NOT NULL
UNION ALL
SELECT 0, '';

-- A referrer's host is read from what stands between its slashes: without a name, `www.`, a port.
CREATE TABLE sources AS
WITH spots AS (
    SELECT source, host FROM referrers WHERE source > 0
    UNION
    SELECT source, text FROM seen WHERE kind IS NULL AND source > 0 AND text IS NOT NULL
),
hosts AS (
    SELECT host, regexp_extract(
        lower(host),
        '^(?:[^@]*@)?(?:www\.)?((?:[a-z0-9_-]{1,63}\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59}))\.?(?::\d+)?(?:[?#].*)?$', 1
    ) AS referrer
    FROM (SELECT DISTINCT host FROM spots)
)
SELECT source, CASE WHEN list_contains(getvariable('hosts'), referrer) THEN '' ELSE referrer END AS referrer
FROM spots JOIN hosts USING (host)
UNION ALL
SELECT 0, '';

-- No page has control characters in its address: what is asked for so counts for nothing.
DELETE FROM seen
WHERE kind IS NULL OR place IN (SELECT place FROM places WHERE regexp_matches(path, '[[:cntrl:]]'));
