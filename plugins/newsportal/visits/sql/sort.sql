-- What each request is: its day and time in Asia/Ho_Chi_Minh, its place on the site, and its kind.
CREATE OR REPLACE TEMP VIEW sorted AS
WITH timed AS (
    SELECT
        line, address, coalesce(agent, '') AS agent, referrer, method, status,
        CASE
            WHEN strlen(line) > 65536 OR address = '' OR address IS NULL OR method IS NULL OR status IS NULL THEN 8
            WHEN moment >= epoch(TIMESTAMP '1995-01-01') AND moment <= getvariable('latest') THEN 0
            ELSE 9
        END AS fault,
        floor(moment)::BIGINT + 25200 AS moment,
        CASE
            WHEN contains(target, '?') OR contains(target, '#') THEN split_part(split_part(target, '?', 1), '#', 1)
            ELSE target
        END AS raw
    FROM requests
    WHERE line NOT IN ('', E'\r')
),
placed AS (
    SELECT *,
        CASE
            WHEN contains(raw, '%') THEN coalesce(nfc_normalize(TRY(url_decode(below))), '')
            ELSE below
        END AS path
    FROM (
        SELECT *, CASE
            WHEN NOT starts_with(raw, getvariable('prefix')) THEN ''
            WHEN strlen(getvariable('prefix')) > 1 THEN substr(raw, length(getvariable('prefix')))
            ELSE raw
        END AS below
        FROM timed
    )
),
named AS (
    SELECT * REPLACE (CASE WHEN ends_with(path, '/index.html') THEN left(path, -10) ELSE path END AS path)
    FROM placed
)
SELECT
    line, address, agent, referrer, path, status = 206 AS partial,
    CASE WHEN fault = 0 THEN (moment // 86400)::SMALLINT END AS day,
    CASE WHEN fault = 0 THEN (moment % 86400)::INTEGER END AS clock,
    CASE
        WHEN fault > 0 THEN fault
        WHEN method <> 'GET' THEN 0
        WHEN raw = '/robots.txt' OR path = '/robots.txt' THEN 5
        WHEN status NOT IN (200, 206, 304) OR (strlen(path) > 1000 AND length(path) > 1000) THEN 0
        WHEN ends_with(path, '/') THEN CASE
            WHEN status = 206 OR starts_with(path, '/assets/') OR starts_with(path, '/media/')
                OR starts_with(path, '/search/') OR starts_with(path, '/stats/')
                OR list_contains(getvariable('redirects'), path) THEN 0
            ELSE 1
        END
        WHEN ends_with(path, '/feed.xml') OR ends_with(path, '/atom.xml') OR ends_with(path, '/feed.json')
            THEN CASE WHEN status = 206 THEN 0 ELSE 3 END
        WHEN starts_with(path, '/media/') AND NOT regexp_matches(path, '(?i)\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?)$')
            THEN CASE WHEN status = 304 THEN 0 ELSE 2 END
        WHEN starts_with(path, '/assets/') OR starts_with(path, '/media/') OR starts_with(path, '/search/')
            OR starts_with(path, '/stats/')
            OR regexp_matches(path, '\.(css|m?js|json|woff2?|png|jpe?g|webp|avif|gif|svg|ico|webmanifest)$') THEN 4
        ELSE 0
    END AS kind
FROM named
