-- One day's rows: those of its file, if there is one, and the new ones under its key; of equal requests one.
-- A hash under a key is the first half of SHA-256 of key and value.
WITH fresh AS (
    SELECT kind, line, visitor, agent, clock, partial, place FROM seen WHERE day = $day AND kind IN (1, 2)
    UNION ALL
    SELECT DISTINCT kind, line, visitor, agent, clock, partial, place FROM seen WHERE day = $day AND kind IN (3, 4, 5)
),
keyed AS (
    SELECT
        CASE kind WHEN 1 THEN 'page' WHEN 2 THEN 'download' WHEN 3 THEN 'feed' WHEN 4 THEN 'asset' ELSE 'robots' END
            AS kind,
        CASE WHEN kind IN (1, 2) THEN ('0x' || left(sha256($key || line), 16))::UBIGINT ELSE 0 END AS request,
        ('0x' || left(sha256($key || visitor), 16))::UBIGINT AS visitor,
        clock, partial, split_part(place, chr(10), 1) AS path,
        CASE WHEN contains(place, chr(10)) THEN regexp_extract(
            lower(split_part(place, chr(10), 2)),
            '^(?:[^@]*@)?(?:www\.)?((?:[a-z0-9_-]{1,63}\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59}))\.?(?::\d+)?(?:[?#].*)?$', 1
        ) ELSE '' END AS referrer,
        judged.who, judged.name, judged.stated, judged.single
    FROM fresh JOIN judged USING (agent)
),
rows AS (
    SELECT kind, request, visitor, clock, partial, path,
        CASE WHEN list_contains(getvariable('hosts'), referrer) THEN '' ELSE referrer END AS referrer,
        who, name, stated, single
    FROM keyed
    {former}
)
SELECT
    DATE '1970-01-01' + $day::INTEGER AS day, kind, request, visitor,
    any_value(clock) AS clock, any_value(partial) AS partial, any_value(path) AS path,
    any_value(referrer) AS referrer, max(who) AS who, max(name) AS name, max(stated) AS stated,
    bool_or(single) AS single
FROM rows
GROUP BY kind, request, visitor, CASE WHEN kind = 'feed' THEN path END
