-- What an agent tells of its owner: a browser's, a robot's or neither; the name of a robot or feed reader; how many
-- subscribers it reads for (-1: says nothing of it); whether it reads feeds for one person.
-- `known` is what the list of crawlers says of the part that matched.
CREATE TABLE judged AS
WITH told AS (
    SELECT DISTINCT ON (agent)
        agent, text, listed, known.name AS known, coalesce(known.reader, false) AS reader,
        coalesce(try_cast(regexp_extract(text, '(\d{1,7}) (?:subscribers?|readers?)\b', 1) AS INTEGER), -1) AS stated,
        regexp_matches(text, '(?i)(?:^|[^u])bot\b|crawl|spider') AS robot,
        regexp_matches(text, '\+https?://') AS program,
        regexp_matches(text, '^(?:Mozilla/5\.0 \(|Opera/).*(?:AppleWebKit/|Gecko/|Trident/|Presto/)')
            AND NOT contains(text, 'compatible;') AS browser,
        -- The agent up to its version: a new version, or another number of subscribers, is no second reader.
        left(trim(regexp_replace(coalesce(
            nullif(regexp_extract(text, 'compatible; *([^;/0-9(),+]+)', 1), ''),
            regexp_extract(text, '^(?:Mozilla/5\.0)?\W*([^/0-9(;,+]+)', 1)
        ), 'feed-id\W*$', ''), ' -:.'), 40) AS own
    FROM searched LEFT JOIN known USING (listed)
)
SELECT
    agent,
    CASE
        WHEN listed IS NOT NULL OR robot OR program OR stated >= 0 THEN 'bot'
        WHEN browser THEN 'browser'
        ELSE 'unknown'
    END::readers AS who,
    CASE
        WHEN stated >= 0 THEN coalesce(nullif(own, ''), known, '')
        WHEN listed IS NOT NULL THEN coalesce(nullif(known, ''), own)
        WHEN robot OR program THEN own
        ELSE ''
    END AS name,
    stated,
    stated < 0 AND text NOT IN ('', '-') AND (reader OR listed IS NULL AND NOT robot) AS single
FROM told;
