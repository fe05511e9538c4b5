-- What stands behind the requests that were read, each once.
INSERT INTO agents SELECT DISTINCT agent, text FROM seen WHERE kind IS NULL AND text IS NOT NULL;

-- A referrer's host is read from what stands between its slashes: without a name, `www.`, a port.
CREATE TABLE hosts AS
SELECT host, CASE WHEN list_contains(getvariable('hosts'), referrer) THEN '' ELSE referrer END AS referrer
FROM (
    SELECT host, regexp_extract(
        lower(host),
        '^(?:[^@]*@)?(?:www\.)?((?:[a-z0-9_-]{1,63}\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59}))\.?(?::\d+)?(?:[?#].*)?$', 1
    ) AS referrer
    FROM (SELECT DISTINCT host FROM seen WHERE kind < 8)
);

-- No page has control characters in its address: what is asked for so counts for nothing.
DELETE FROM seen
WHERE kind IS NULL OR path IN (
    SELECT path FROM (SELECT DISTINCT path FROM seen WHERE kind < 4) WHERE regexp_matches(path, '[[:cntrl:]]')
);
