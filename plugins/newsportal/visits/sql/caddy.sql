-- Caddy's access log, one object a line; headers are lists, times are seconds or ISO 8601.
CREATE OR REPLACE TEMP VIEW requests AS
WITH parts AS (
    SELECT
        line,
        json_extract_string(CASE WHEN json_valid(line) THEN line ELSE '{}' END, [
            '$.request.client_ip', '$.request.remote_ip', '$.ts', '$.request.method', '$.request.uri', '$.status',
            '$.request.headers.Referer[0]', '$.request.headers.User-Agent[0]', '$.request.remote_addr'
        ]) AS part
    FROM lines
)
SELECT
    line,
    coalesce(part[1], part[2], part[9]) AS address,
    seconds(part[3]) AS moment,
    request(part[4], part[5]) AS request,
    try_cast(part[6] AS SMALLINT) AS status,
    part[7] AS referrer,
    part[8] AS agent
FROM parts
