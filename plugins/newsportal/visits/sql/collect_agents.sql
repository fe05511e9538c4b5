-- The agents behind them, each once.
INSERT INTO agents
SELECT hash(agent), left(agent, 1000) FROM (SELECT DISTINCT coalesce(agent, '') AS agent FROM requests);
