"""What every page, list and machine-readable file shows: pure functions of the site."""

from newsportal.views.addresses import FEED_FORMATS, REGISTER_SCHEMA, Addresses, output_file, rebase, relative, root_of
from newsportal.views.article import ArticleView, PlainView, relations
from newsportal.views.citing import linked
from newsportal.views.documents import record
from newsportal.views.files import MACHINE_ADDRESSES, PROBLEMS_ADDRESS, machine_files, machine_paths
from newsportal.views.guide import feed_scopes
from newsportal.views.keys import common_marks, faces_mark, item_faces, item_marks, page_key
from newsportal.views.plan import PageView, address_problems, plan_pages, view
from newsportal.views.redirects import Redirect, redirect_plan, redirects
from newsportal.views.registers import (
    Register,
    own_subject,
    register_addresses,
    register_row,
    registers,
    status_at_build,
    type_feeds,
    type_of,
    type_slug,
)
from newsportal.views.related import Relations
from newsportal.views.sheet import Sheet, sheet
from newsportal.views.site import Crumb, Feature, FeedLink, PagePlan, Site

__all__ = [
    "FEED_FORMATS",
    "MACHINE_ADDRESSES",
    "PROBLEMS_ADDRESS",
    "REGISTER_SCHEMA",
    "Addresses",
    "ArticleView",
    "Crumb",
    "Feature",
    "FeedLink",
    "PagePlan",
    "PageView",
    "PlainView",
    "Redirect",
    "Register",
    "Relations",
    "Sheet",
    "Site",
    "address_problems",
    "common_marks",
    "faces_mark",
    "feed_scopes",
    "item_faces",
    "item_marks",
    "linked",
    "machine_files",
    "machine_paths",
    "output_file",
    "own_subject",
    "page_key",
    "plan_pages",
    "rebase",
    "record",
    "redirect_plan",
    "redirects",
    "register_addresses",
    "register_row",
    "registers",
    "relations",
    "relative",
    "root_of",
    "sheet",
    "status_at_build",
    "type_feeds",
    "type_of",
    "type_slug",
    "view",
]
