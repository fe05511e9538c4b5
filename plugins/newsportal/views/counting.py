"""Another counter, for hosts that give no access logs: each page asks it for a picture, and it counts the asking."""

from __future__ import annotations

from urllib.parse import urlencode

from newsportal.views.site import PagePlan, Site


def counter_picture(site: Site, plan: PagePlan) -> str:
    """The address of the picture that counts a page; empty where none is counted, as in a preview.

    GoatCounter's `/count` takes the path `p` and the title `t`, sets no cookie and needs no script
    (https://www.goatcounter.com/help/pixel).
    """
    counter = site.settings.counter
    if counter is None or site.settings.preview or not plan.indexed:
        return ""
    return f"{counter.url.rstrip('/')}/count?{urlencode({'p': plan.address, 't': plan.title})}"
