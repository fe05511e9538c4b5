-- Lines as requests: their time in Asia/Ho_Chi_Minh, and what is wrong with them.
CREATE OR REPLACE TEMP VIEW timed AS
SELECT
    line, address, coalesce(agent, '') AS agent, referrer, request, status,
    CASE
        WHEN strlen(line) > 65536 OR address = '' OR address IS NULL OR request IS NULL OR status IS NULL THEN 8
        WHEN moment >= epoch(TIMESTAMP '1995-01-01') AND moment <= getvariable('latest') THEN 0
        ELSE 9
    END AS fault,
    floor(moment)::BIGINT + 25200 AS moment
FROM requests
WHERE line NOT IN ('', E'\r');

-- A few agents, pages and referrers stand in most lines. They are learnt from the first lines and then looked up; what
-- is not found costs more time and has the same result.
CREATE OR REPLACE TEMP TABLE first_lines AS SELECT agent, request, referrer FROM timed LIMIT 50000;

INSERT INTO agents
SELECT text, number(text)
FROM (SELECT DISTINCT agent AS text FROM first_lines)
WHERE text NOT IN (SELECT text FROM agents);

CREATE OR REPLACE TEMP VIEW often AS
SELECT request FROM first_lines WHERE strlen(request) < 1000 GROUP BY request HAVING count(*) > 1;

INSERT INTO asked
SELECT
    request, sort,
    CASE WHEN sort IN (1, 2, 3) THEN number(path) ELSE 0 END AS place,
    CASE WHEN sort IN (1, 2, 3) THEN path END AS path
FROM placed('often')
WHERE request NOT IN (SELECT request FROM asked);

INSERT INTO referrers
SELECT referrer, number(split_part(referrer, '/', 3)), split_part(referrer, '/', 3)
FROM first_lines
WHERE strlen(referrer) < 1000 AND referrer NOT IN (SELECT referrer FROM referrers)
GROUP BY referrer HAVING count(*) > 1
