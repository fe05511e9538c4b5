"""The portal's lists, topics and feeds with the theme that Pelican calls simple."""

SITENAME = "Cổng tin khoa học và công nghệ"
SITEURL = "https://khcn.anlinh.example"
PATH = "content"
OUTPUT_PATH = "site"
TIMEZONE = "Asia/Ho_Chi_Minh"
THEME = "simple"
DEFAULT_LANG = "vi"
DEFAULT_PAGINATION = 20
DELETE_OUTPUT_DIRECTORY = False

ARTICLE_URL = "{category}/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
ARTICLE_LANG_URL = "{lang}/{category}/{date:%Y}/{slug}/"
ARTICLE_LANG_SAVE_AS = ARTICLE_LANG_URL + "index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = CATEGORY_URL + "index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = TAG_URL + "index.html"
TAGS_SAVE_AS = "tags/index.html"
YEAR_ARCHIVE_URL = "archive/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL + "index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = ""

FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = False
FEED_ALL_ATOM = "atom.xml"
FEED_ALL_RSS = "feed.xml"
CATEGORY_FEED_ATOM = "{slug}/atom.xml"
CATEGORY_FEED_RSS = "{slug}/feed.xml"
TAG_FEED_ATOM = "tags/{slug}/atom.xml"
TAG_FEED_RSS = "tags/{slug}/feed.xml"
TRANSLATION_FEED_ATOM = "{lang}/atom.xml"
TRANSLATION_FEED_RSS = "{lang}/feed.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
