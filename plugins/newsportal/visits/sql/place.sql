-- Where on the site a request wants to go, and its sort: the kind that it is of if it is answered as it should be.
-- For most lines both are known already: there is no request, and each step is left at once.
CREATE OR REPLACE TEMP MACRO placed(relation) AS TABLE
WITH split AS (
    SELECT *, split_part(request, ' ', 1) AS method, split_part(request, ' ', 2) AS target FROM query_table(relation)
),
cut AS (
    SELECT *,
        CASE
            WHEN target IS NULL THEN NULL
            WHEN contains(target, '?') OR contains(target, '#') THEN split_part(split_part(target, '?', 1), '#', 1)
            ELSE target
        END AS raw
    FROM split
),
shortened AS (
    SELECT *,
        CASE
            WHEN raw IS NULL THEN NULL
            WHEN NOT starts_with(raw, getvariable('prefix')) THEN ''
            WHEN strlen(getvariable('prefix')) > 1 THEN substr(raw, length(getvariable('prefix')))
            ELSE raw
        END AS below
    FROM cut
),
decoded AS (
    SELECT *,
        CASE
            WHEN raw IS NULL THEN NULL
            WHEN contains(raw, '%') THEN coalesce(nfc_normalize(TRY(url_decode(below))), '')
            ELSE below
        END AS whole
    FROM shortened
),
named AS (
    SELECT *,
        CASE
            WHEN whole IS NULL THEN NULL
            WHEN ends_with(whole, '/index.html') THEN left(whole, -10)
            ELSE whole
        END AS path
    FROM decoded
)
SELECT * EXCLUDE (method, target, raw, below, whole),
    CASE
        WHEN method IS NULL THEN NULL
        WHEN method <> 'GET' THEN 0
        WHEN raw = '/robots.txt' OR path = '/robots.txt' THEN 5
        WHEN strlen(path) > 1000 AND length(path) > 1000 THEN 0
        WHEN ends_with(path, '/') THEN CASE
            WHEN starts_with(path, '/assets/') OR starts_with(path, '/media/') OR starts_with(path, '/search/')
                OR starts_with(path, '/stats/') OR list_contains(getvariable('redirects'), path) THEN 0
            ELSE 1
        END
        WHEN ends_with(path, '/feed.xml') OR ends_with(path, '/atom.xml') OR ends_with(path, '/feed.json') THEN 3
        WHEN starts_with(path, '/media/') AND NOT regexp_matches(path, '(?i)\.(jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?)$')
            THEN 2
        WHEN starts_with(path, '/assets/') OR starts_with(path, '/media/') OR starts_with(path, '/search/')
            OR starts_with(path, '/stats/')
            OR regexp_matches(path, '\.(css|m?js|json|woff2?|png|jpe?g|webp|avif|gif|svg|ico|webmanifest)$') THEN 4
        ELSE 0
    END AS sort
FROM named
