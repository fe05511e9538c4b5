-- The agents behind them, each once.
INSERT INTO agents
SELECT DISTINCT hash(agent), left(agent, 1000) FROM (SELECT coalesce(agent, '') AS agent FROM requests);
