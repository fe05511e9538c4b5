"""Search compared with Pagefind: the same pages, the same server, the same browser, one run.

`command` parses options and says what went wrong; `running` puts a comparison together. `corpus` makes content,
`building` builds and times, `articles` reads the built pages and chooses titles, `contenders` knows how each search is
asked, `serving` counts what a web server sends, `measuring` asks in a browser. `figures` are the results, `targets` are
what they should be; `report` prints both.
"""
