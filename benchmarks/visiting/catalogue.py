"""What a made-up portal has to be asked for, and who asks: requests, referrers, agents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

HOST = "khcn.anlinh.example"
FORMS = (("{}", 200), ("{}", 304), ("{}?utm_source=zalo&utm_medium=post", 200), ("{}index.html", 200))
"""How a page is asked for, and what is answered."""
USUAL = (0.75, 0.15, 0.07, 0.03)
"""How often each form is."""
REFERRERS = (
    ("-", ""),
    ("https://www.google.com/", "google.com"),
    ("https://google.com/search?q=khoa+hoc", "google.com"),
    ("https://WWW.Facebook.com/", "facebook.com"),
    ("https://l.facebook.com/l.php?u=1", "l.facebook.com"),
    ("https://zalo.me/", "zalo.me"),
    ("https://anlinh.example/tin/1.html", "anlinh.example"),
    (f"https://{HOST}/", ""),
)
"""As logged, and the host that is reported; empty where none is."""
NOBODY, OWN = 0, len(REFERRERS) - 1
BROWSERS = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{0}.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{0}.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.{0} Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:{0}.0) Gecko/20100101 Firefox/{0}.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.{0} Safari/605.1.15",
)
VERSIONS = range(130, 140)
CRAWLERS = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)",
    "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "python-requests/2.32.3",
    "curl/8.5.0",
)
STATED = (
    ("Feedly/1.0 (+http://www.feedly.com/fetcher.html; {} subscribers; like FeedFetcher-Google)", 1200),
    ("Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; {} subscribers; )", 340),
    ("NewsBlur Feed Fetcher - {} subscribers - http://www.newsblur.com/site/1/tin (Mozilla/5.0)", 15),
)
"""Readers that state how many read through them, and how many at first."""
SINGLE = ("FreshRSS/1.26.3 (Linux; https://freshrss.org)", "NetNewsWire (RSS Reader; https://netnewswire.com/)")
_NOISE = (
    "GET /wp-login.php 404", "POST /xmlrpc.php 404", "GET /.env 404", "GET /?id=1%27%20OR%20%271%27=%271 400",
    "GET /vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php 404", "POST /cgi-bin/.%2e/.%2e/bin/sh 400",
    "HEAD / 200", "GET /khong/co/trang-nay/ 404", "GET /rss 301", "GET /favicon.ico 404",
)  # fmt: skip
_ASSETS = ("/assets/portal.487e9f36ff.css", "/assets/portal.07bf059878.js", "/assets/theme.5299d0bc33.js",
           "/assets/images/favicon.svg", "/assets/images/emblem.svg", "/assets/article.889213a959.js")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that may be asked for. A request is a number: those of pages come first, then the others in turn."""

    pages: tuple[str, ...]
    assets: tuple[str, ...]
    pictures: tuple[str, ...]
    files: tuple[str, ...]
    feeds: tuple[str, ...]

    def page(self, form: int = 0) -> int:
        """The request for the first page in a form; the next page is `len(FORMS)` further on."""
        return form

    @property
    def asset(self) -> int:
        """The request for the first asset, answered with 200; those answered with 304 follow all of these."""
        return len(FORMS) * len(self.pages)

    @property
    def picture(self) -> int:
        """The request for the first picture."""
        return self.asset + 2 * len(self.assets)

    @property
    def file(self) -> int:
        """The request for the first file, answered with 200; those answered with 206 follow all of these."""
        return self.picture + len(self.pictures)

    @property
    def feed(self) -> int:
        """The request for the first feed, answered with 200; those answered with 304 follow all of these."""
        return self.file + 2 * len(self.files)

    @property
    def robots(self) -> int:
        """The request for robots.txt."""
        return self.feed + 2 * len(self.feeds)

    @property
    def noise(self) -> range:
        """Requests that no figure counts."""
        return range(self.robots + 1, self.robots + 1 + len(_NOISE))

    def texts(self) -> Iterator[str]:
        """Every request as it stands in a log, in the order of the numbers: line, status and size."""
        for page in self.pages:
            yield from (_text("GET", path.format(page), status, 14_208) for path, status in FORMS)
        yield from (_text("GET", path, status, 5_120) for status in (200, 304) for path in self.assets)
        yield from (_text("GET", path, 200, 38_400) for path in self.pictures)
        yield from (_text("GET", path, status, 409_600) for status in (200, 206) for path in self.files)
        yield from (_text("GET", path, status, 61_440) for status in (200, 304) for path in self.feeds)
        yield _text("GET", "/robots.txt", 200, 71)
        for noise in _NOISE:
            method, path, status = noise.split(" ")
            yield _text(method, path, int(status), 548)


def _text(method: str, path: str, status: int, size: int) -> str:
    return f'{method} {path} HTTP/1.1" {status} {0 if status == 304 or method == "HEAD" else size} "'


def catalogue(pages: int) -> Catalogue:
    """A portal of so many pages, a third of them in English."""
    made = (
        f"/{'' if number % 3 else 'en/'}tin-tuc/{2020 + number % 7}/bai-viet-so-{number}/" for number in range(pages)
    )
    return Catalogue(
        ("/", "/en/", *made)[:pages],
        _ASSETS,
        tuple(f"/media/2026/anh-{number}.0123456789-480.webp" for number in range(40)),
        tuple(f"/media/tai-lieu/van-ban-{number}.pdf" for number in range(60)),
        ("/feed.xml", "/en/atom.xml", "/tin-tuc/feed.json"),
    )


def browser(number: int) -> str:
    """A browser's agent; following numbers are other agents."""
    return BROWSERS[number % len(BROWSERS)].format(VERSIONS[number // len(BROWSERS) % len(VERSIONS)])
