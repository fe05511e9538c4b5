-- The database cannot guess how many lines a log has and would gather all of them to look agents up in. In every join
-- here the smaller relation comes last, so its order stays.
SET disabled_optimizers = 'join_order,build_side_probe_side';

-- What one call of `ingest` keeps in memory. Nothing here has a day's key yet, and nothing of it reaches a disk.
CREATE TABLE seen (
    day SMALLINT,        -- since 1970; NULL for a line that is no request
    kind UTINYINT,       -- page 1, download 2, feed 3, asset 4, robots 5; broken: form 8, time 9; NULL for a text
    line UBIGINT,        -- hash of the whole line where every request counts, else 0
    visitor UBIGINT,     -- hash of address and agent
    agent UBIGINT,       -- hash of the agent
    clock INTEGER,       -- seconds of the day
    partial BOOLEAN,     -- answered with a part of the file (206)
    place UBIGINT,       -- hash of the path, 0 where none counts
    source UBIGINT,      -- hash of what of the referrer names its host, 0 where none counts
    text VARCHAR         -- what a hash stands for; the other hashes are NULL then
);
-- Texts in the files, which are written faster when they are known to be few.
CREATE TYPE kinds AS ENUM ('page', 'download', 'feed', 'asset', 'robots');
CREATE TYPE readers AS ENUM ('bot', 'browser', 'unknown');

-- What often stands in logs, with what there is to know of it: it is looked up.
CREATE TABLE agents (text VARCHAR, agent UBIGINT);
CREATE TABLE asked (request VARCHAR, sort UTINYINT, place UBIGINT, path VARCHAR);
CREATE TABLE referrers (referrer VARCHAR, source UBIGINT, host VARCHAR);

-- `hash` is quick and made for tables: texts that differ in two places often have the same. What has to be told apart
-- gets its 64 bits of MD5. That is slow, and up to 15 bytes `hash` serves.
CREATE MACRO number(text) AS CASE
    WHEN text IS NULL THEN NULL
    WHEN strlen(text) < 16 THEN hash(text)
    ELSE hash(md5_number(text))
END;

-- The first line of a request as a combined log has it, of a method and what it was used on.
CREATE MACRO request(method, target) AS method || ' ' || replace(coalesce(target, ''), ' ', '%20');

-- Seconds since 1970 of what JSON logs have for time: ISO 8601, the time of combined logs, or a number of seconds,
-- milliseconds or nanoseconds.
CREATE MACRO seconds(text) AS CASE
    WHEN try_cast(text AS DOUBLE) IS NULL
        THEN epoch(coalesce(try_cast(text AS TIMESTAMPTZ), try_strptime(text, '%d/%b/%Y:%H:%M:%S %z')))
    WHEN try_cast(text AS DOUBLE) > 1e17 THEN try_cast(text AS DOUBLE) / 1e9
    WHEN try_cast(text AS DOUBLE) > 1e11 THEN try_cast(text AS DOUBLE) / 1e3
    ELSE try_cast(text AS DOUBLE)
END;
