-- Lines that count for no day, as hashes under a key of their own, with the reason: each once.
SELECT DISTINCT
    CASE kind WHEN 8 THEN 'form' WHEN 9 THEN 'time' ELSE 'closed' END AS reason,
    ('0x' || left(sha256($key || line), 16))::UBIGINT AS line
FROM seen
WHERE kind >= 8 OR list_contains(getvariable('closed'), day)
{former}
