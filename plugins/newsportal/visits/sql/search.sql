-- What of each agent matches the list of crawlers: `listed`, NULL for nothing. The list is long, so once is enough.
CREATE TEMP TABLE searched AS
SELECT agent, text, {listed} AS listed
FROM (SELECT agent, left(text, 1000) AS text FROM agents)
