-- Cloudflare's HTTP request log (Logpush), one object a line.
CREATE OR REPLACE TEMP VIEW requests AS
WITH parts AS (
    SELECT
        line,
        json_extract_string(CASE WHEN json_valid(line) THEN line ELSE '{}' END, [
            '$.ClientIP', '$.EdgeStartTimestamp', '$.ClientRequestMethod', '$.ClientRequestURI',
            '$.EdgeResponseStatus', '$.ClientRequestReferer', '$.ClientRequestUserAgent'
        ]) AS part
    FROM lines
)
SELECT
    line,
    part[1] AS address,
    seconds(part[2]) AS moment,
    request(part[3], part[4]) AS request,
    try_cast(part[5] AS SMALLINT) AS status,
    part[6] AS referrer,
    part[7] AS agent
FROM parts
