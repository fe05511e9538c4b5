-- The columns of a store without open days, or without closed ones.
CREATE TEMP VIEW requests AS
SELECT
    DATE '1970-01-01' AS day, '' AS kind, 0::UBIGINT AS request, 0::UBIGINT AS visitor, 0::INTEGER AS clock,
    false AS partial, '' AS path, '' AS referrer, '' AS who, '' AS name, 0::INTEGER AS stated, false AS single
WHERE false
