-- Common and combined logs, with or without a host before them and anything after them:
--   192.0.2.1 - - [24/Nov/2026:10:00:00 +0700] "GET /rss/ HTTP/2.0" 200 512 "https://example.org/" "Mozilla/5.0 …" …
-- What quotes enclose is every other part. nginx writes a quote inside a field as \x22, Apache as \".
-- Most lines look alike, and for these there are shorter ways to time and status; the longer ones have the same result.
CREATE OR REPLACE TEMP VIEW requests AS
WITH parts AS (
    SELECT
        line,
        string_split(CASE WHEN contains(line, '\"') THEN replace(line, '\"', '\x22') ELSE line END, '"') AS part
    FROM lines
),
heads AS (
    SELECT line, part, part[1] AS head, instr(part[1], ' ') AS space FROM parts
)
SELECT
    line,
    {address} AS address,
    epoch(coalesce(
        try_strptime(substr(head, instr(head, '[') + 1), '%d/%b/%Y:%H:%M:%S %z] '),
        try_strptime(regexp_extract(head, '(?s)^(?:.*\[)?([^\]]*)', 1), '%d/%b/%Y:%H:%M:%S %z')
    )) AS moment,
    part[2] AS request,
    CASE
        WHEN starts_with(part[3], ' 200 ') THEN 200
        WHEN starts_with(part[3], ' 304 ') THEN 304
        ELSE try_cast(substr(part[3], 2, 3) AS SMALLINT)
    END AS status,
    part[4] AS referrer,
    part[6] AS agent
FROM heads
