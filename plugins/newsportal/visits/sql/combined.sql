-- Common and combined logs, with or without a host before them and anything after them:
--   192.0.2.1 - - [24/Nov/2026:10:00:00 +0700] "GET /rss/ HTTP/2.0" 200 512 "https://example.org/" "Mozilla/5.0 …" …
-- What quotes enclose is every other part. nginx writes a quote inside a field as \x22, Apache as \".
CREATE OR REPLACE TEMP VIEW requests AS
WITH parts AS (
    SELECT
        line,
        string_split(CASE WHEN contains(line, '\"') THEN replace(line, '\"', '\x22') ELSE line END, '"') AS part
    FROM lines
)
SELECT
    line,
    split_part(part[1], ' ', {address}) AS address,
    epoch(try_strptime(split_part(split_part(part[1], '[', -1), ']', 1), '%d/%b/%Y:%H:%M:%S %z')) AS moment,
    split_part(part[2], ' ', 1) AS method,
    split_part(part[2], ' ', 2) AS target,
    try_cast(substr(part[3], 2, 3) AS SMALLINT) AS status,
    part[4] AS referrer,
    part[6] AS agent
FROM parts
