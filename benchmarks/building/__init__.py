"""Building compared with other generators: the same items, the same machine, turn by turn in one run.

`command` parses options and puts it all together. `ours` and `rivals` set contenders up, `environments` installs those
that want libraries of their own; `contenders` is what they have in common. `edits` changes sources, `measuring` times
builds and `previewing` the live preview. `figures` are the results, `targets` are what they should be; `report` prints
both and `notes` says what a figure does not.
"""
