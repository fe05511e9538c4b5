-- The rows of a day's file and the new ones; of equal requests one.
SELECT
    day, kind, request, visitor,
    any_value(clock) AS clock, any_value(partial) AS partial, any_value(path) AS path,
    any_value(referrer) AS referrer, max(who) AS who, max(name) AS name, max(stated) AS stated,
    bool_or(single) AS single
FROM (SELECT * FROM ({fresh}) UNION ALL SELECT * FROM read_parquet({former}))
GROUP BY day, kind, request, visitor, CASE WHEN kind = 'feed' THEN path END
