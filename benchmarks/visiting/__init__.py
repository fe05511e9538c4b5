"""Counting visits compared with GoAccess: the same log, the same machine, turn by turn in one run.

`command` parses options and puts it all together. `traffic` makes days up from a `catalogue` of requests and settles
their `truth`, `logs` writes them down. `contenders` are the two, `measuring` times them and looks for wrong figures;
`storing` fills a store with years. `figures` are the results, `targets` are what they should be; `report` prints both.
"""
