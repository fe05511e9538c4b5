-- nginx with `escape=json` and the usual names of its variables, one object a line.
CREATE OR REPLACE TEMP VIEW requests AS
WITH parts AS (
    SELECT
        line,
        json_extract_string(CASE WHEN json_valid(line) THEN line ELSE '{}' END, [
            '$.remote_addr', '$.time_iso8601', '$.time_local', '$.msec', '$.request', '$.request_method',
            '$.request_uri', '$.uri', '$.status', '$.http_referer', '$.http_user_agent', '$.time', '$.timestamp'
        ]) AS part
    FROM lines
)
SELECT
    line,
    part[1] AS address,
    seconds(coalesce(part[2], part[3], part[4], part[12], part[13])) AS moment,
    request(
        coalesce(part[6], split_part(part[5], ' ', 1)), coalesce(part[7], split_part(part[5], ' ', 2), part[8])
    ) AS request,
    try_cast(part[9] AS SMALLINT) AS status,
    part[10] AS referrer,
    part[11] AS agent
FROM parts
