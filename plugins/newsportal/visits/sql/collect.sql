-- The requests that count, each once; for each visitor the signs of a person or a robot; and, of the same reading, what
-- the hashes stand for that are not known yet: a row is a request, an agent, a path or a host. All else is left here.
CREATE OR REPLACE TEMP VIEW looked_up AS
SELECT
    timed.* EXCLUDE (request), asked.sort AS known_sort, asked.place AS known_place,
    CASE WHEN asked.request IS NULL THEN timed.request END AS request,
    agents.agent AS known_agent, referrers.source AS known_source
FROM timed
LEFT JOIN asked ON timed.request = asked.request
LEFT JOIN agents ON timed.agent = agents.text
LEFT JOIN referrers ON timed.referrer = referrers.referrer;

INSERT INTO seen
WITH sorted AS (
    SELECT *,
        CASE
            WHEN fault > 0 THEN fault
            WHEN sort = 5 THEN 5
            WHEN status NOT IN (200, 206, 304) THEN 0
            WHEN status = 206 AND sort IN (1, 3) OR status = 304 AND sort = 2 THEN 0
            ELSE sort
        END AS kind
    FROM (SELECT * REPLACE (coalesce(known_sort, sort) AS sort) FROM placed('looked_up'))
),
counted AS (
    SELECT
        CASE WHEN fault = 0 THEN (moment // 86400)::SMALLINT END AS day,
        CASE WHEN kind IN (1, 2) THEN (moment % 86400)::INTEGER ELSE 0 END AS clock,
        kind, line, address, known_agent, known_place, known_source,
        kind = 2 AND status = 206 AS partial,
        CASE WHEN kind < 8 AND known_agent IS NULL THEN agent END AS agent,
        CASE WHEN kind IN (1, 2, 3) AND known_place IS NULL THEN path END AS path,
        CASE WHEN kind = 1 AND known_source IS NULL AND referrer <> '-' THEN split_part(referrer, '/', 3) END AS host
    FROM sorted
    WHERE kind > 0
),
numbered AS (
    SELECT
        day, kind, clock, partial, agent AS text, path, host,
        CASE
            WHEN kind IN (1, 2) OR list_contains(getvariable('closed'), day) THEN hash(md5_number(CASE
                WHEN ends_with(line, E'\r') OR ends_with(line, ' ') THEN rtrim(line, E' \t\r')
                ELSE line
            END))
            WHEN kind IN (8, 9) THEN hash(md5_number(rtrim(left(line, 65536), E' \t\r')))
            ELSE 0
        END AS line,
        CASE WHEN kind < 8 THEN coalesce(known_agent, number(agent)) ELSE 0 END AS agent,
        CASE WHEN kind IN (1, 2, 3) THEN coalesce(known_place, number(path)) ELSE 0 END AS place,
        CASE WHEN kind = 1 THEN coalesce(known_source, number(host), 0) ELSE 0 END AS source,
        number(address) AS address
    FROM counted
),
visited AS (
    SELECT *, CASE WHEN kind < 8 THEN hash(address, agent) ELSE 0 END AS visitor FROM numbered
)
SELECT day, kind, line, visitor, agent, any_value(clock), any_value(partial), place, source, coalesce(text, path, host)
FROM visited
GROUP BY GROUPING SETS ((day, kind, line, visitor, agent, place, source), (agent, text), (place, path), (source, host))
