-- One day's new rows under its key. A visitor's hash is the first half of SHA-256 of key and value, a request's 64 bits
-- of MD5 of them: there are many more requests, each behind a hash of its line that was MD5 already, and the secret key
-- is all that keeps either from being guessed. A visitor has many rows and is hashed once.
WITH fresh AS (
    SELECT {each}kind, line, visitor, agent, clock, partial, place, source FROM seen WHERE day = $day AND kind < 8
),
visitors AS (
    SELECT visitor, ('0x' || left(sha256($key || visitor), 16))::UBIGINT AS keyed, who, name, stated, single
    FROM (SELECT visitor, any_value(agent) AS agent FROM fresh GROUP BY visitor) JOIN judged USING (agent)
)
SELECT
    DATE '1970-01-01' + $day::INTEGER AS day,
    CASE kind
        WHEN 1 THEN 'page'::kinds WHEN 2 THEN 'download'::kinds WHEN 3 THEN 'feed'::kinds WHEN 4 THEN 'asset'::kinds
        ELSE 'robots'::kinds
    END AS kind,
    CASE WHEN kind IN (1, 2) THEN hash(md5_number($key || line)) ELSE 0 END AS request,
    keyed AS visitor, clock, partial, path, referrer, who, name, stated, single
FROM fresh JOIN visitors USING (visitor) JOIN places USING (place) JOIN sources USING (source)
