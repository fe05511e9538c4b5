-- W3C extended logs and CloudFront's: what stands where is told by the header `#Fields:`; times are UTC.
-- CloudFront encodes agents as in addresses (%20), IIS writes a plus for a space.
CREATE OR REPLACE TEMP VIEW requests AS
WITH parts AS (
    SELECT line, string_split(line, CASE WHEN contains(line, chr(9)) THEN chr(9) ELSE ' ' END) AS part
    FROM lines
    WHERE NOT starts_with(line, '#')
)
SELECT
    line,
    part[{c_ip}] AS address,
    epoch(try_cast(part[{date}] || ' ' || part[{time}] || '+00' AS TIMESTAMPTZ)) AS moment,
    request(part[{cs_method}], part[{cs_uri_stem}]) AS request,
    try_cast(part[{sc_status}] AS SMALLINT) AS status,
    part[{cs_referer}] AS referrer,
    coalesce(TRY(url_decode(replace(part[{cs_user_agent}], '+', ' '))), part[{cs_user_agent}]) AS agent
FROM parts
