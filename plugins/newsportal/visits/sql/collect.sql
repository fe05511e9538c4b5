-- The requests that count, each once; for each visitor the signs of a person or a robot; and, of the same reading, the
-- agents not known yet and the places: a row is a request, an agent or a place. Everything else is left here.
-- `hash` is quick and made for tables: lines that differ in two places often have the same. What has to be told apart
-- gets its 64 bits of MD5. That is slow, so agents that come often are looked up; up to 15 bytes `hash` serves.
INSERT INTO agents
SELECT hash(md5_number(text)), text
FROM (SELECT DISTINCT coalesce(agent, '') AS text FROM (SELECT agent FROM requests LIMIT 100000))
WHERE text NOT IN (SELECT text FROM agents);

INSERT INTO seen
WITH counted AS (
    SELECT
        day, kind,
        CASE
            WHEN kind IN (1, 2) OR list_contains(getvariable('closed'), day) THEN hash(md5_number(CASE
                WHEN ends_with(line, E'\r') OR ends_with(line, ' ') THEN rtrim(line, E' \t\r')
                ELSE line
            END))
            WHEN kind IN (8, 9) THEN hash(md5_number(rtrim(left(line, 65536), E' \t\r')))
            ELSE 0
        END AS line,
        CASE WHEN strlen(address) < 16 THEN hash(address) ELSE hash(md5_number(address)) END AS address,
        coalesce(agents.agent, hash(md5_number(sorted.agent))) AS agent,
        CASE WHEN agents.agent IS NULL THEN sorted.agent END AS text,
        CASE WHEN kind IN (1, 2) THEN clock ELSE 0 END AS clock,
        kind = 2 AND partial AS partial,
        CASE
            WHEN kind = 1 AND referrer <> '-' THEN split_part(referrer, '/', 3) || chr(10) || path
            WHEN kind IN (1, 2, 3) THEN chr(10) || path
        END AS spot
    FROM sorted LEFT JOIN agents ON sorted.agent = agents.text
    WHERE kind > 0
),
visited AS (
    SELECT * REPLACE (CASE WHEN kind < 8 THEN agent ELSE 0 END AS agent, CASE WHEN kind < 8 THEN text END AS text),
        CASE WHEN kind < 8 THEN hash(address, agent) ELSE 0 END AS visitor,
        CASE WHEN spot IS NULL THEN 0 ELSE hash(md5_number(spot)) END AS place
    FROM counted
)
SELECT day, kind, line, visitor, agent, any_value(clock), any_value(partial), place, coalesce(text, spot)
FROM visited
GROUP BY GROUPING SETS ((day, kind, line, visitor, agent, place), (agent, text), (place, spot))
