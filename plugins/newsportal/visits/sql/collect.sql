-- The requests that count, and for each visitor the signs of a person or a robot. Everything else is left here.
INSERT INTO seen
SELECT
    day, kind,
    CASE
        WHEN kind IN (1, 2) OR list_contains(getvariable('closed'), day) THEN
            CASE WHEN ends_with(line, E'\r') OR ends_with(line, ' ') THEN hash(rtrim(line, E' \t\r')) ELSE hash(line) END
        WHEN kind IN (8, 9) THEN hash(rtrim(left(line, 65536), E' \t\r'))
        ELSE 0
    END,
    CASE WHEN kind < 8 THEN hash(address, agent) ELSE 0 END,
    CASE WHEN kind < 8 THEN hash(agent) ELSE 0 END,
    CASE WHEN kind IN (1, 2) THEN clock ELSE 0 END,
    kind = 2 AND partial,
    CASE
        WHEN kind = 1 AND referrer <> '-' THEN path || chr(10) || split_part(referrer, '/', 3)
        WHEN kind IN (1, 2, 3) THEN path
        ELSE ''
    END
FROM sorted
WHERE kind > 0;
