"""Every word the portal itself says to readers; a language gives them all or does not type-check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """The interface's texts. Braces are filled by views and by the page's scripts: `{count}`, `{number}`, `{year}`,
    `{date}`, `{title}`, `{query}`."""

    # Getting about
    skip_to_content: str
    home: str
    menu: str
    main_menu: str
    breadcrumb: str
    same_page_in: str
    not_translated: str
    section_in: str
    theme_light: str
    theme_dark: str
    topics: str
    archive: str
    feeds: str
    site_map: str
    back_to_top: str
    pages_of_site: str
    related_sites: str

    # Front page
    top_story: str
    featured: str
    latest: str
    documents: str
    follow: str
    follow_text: str

    # Lists
    page_number: str
    page_of: str
    paging: str
    previous_page: str
    next_page: str
    years: str
    year: str
    all_years: str
    items_one: str
    items_many: str
    documents_one: str
    documents_many: str
    no_items: str
    topics_intro: str
    topic: str
    archive_intro: str

    # Articles
    updated: str
    byline: str
    draft: str
    scheduled: str
    expired: str
    attachments: str
    corrections: str
    source: str
    related: str
    previous_item: str
    next_item: str
    in_section: str
    tools: str
    print: str
    share: str
    copy_link: str
    copied: str
    copy_failed: str
    text_smaller: str
    text_larger: str
    read_aloud: str
    stop_reading: str
    pause_reading: str
    resume_reading: str
    no_voice: str
    contents: str
    footnotes: str
    back_to_text: str
    table_scroll: str
    read_minutes: str

    # Documents
    document_record: str
    number: str
    no_number: str
    numbered: str
    document_type: str
    issued: str
    issuer: str
    place: str
    subject: str
    document_field: str
    signer: str
    recipients: str
    legal_basis: str
    status: str
    in_force: str
    not_yet: str
    expired_document: str
    effective: str
    expires: str
    replaces: str
    amends: str

    # Feeds
    feeds_intro: str
    feeds_what: str
    feeds_explained: str
    feeds_how: str
    feeds_step_copy: str
    feeds_step_paste: str
    feeds_step_done: str
    all_news: str
    by_section: str
    by_topic: str

    # Search
    search: str
    search_intro: str
    search_field: str
    search_hint: str
    search_needs_scripts: str
    searching: str
    results_one: str
    results_many: str
    results_about: str
    results_none: str
    results_here_one: str
    results_here_many: str
    browse_one: str
    browse_many: str
    results_near: str
    results_marks: str
    results_part: str
    search_failed: str
    retry: str
    tips: str
    tip_fewer: str
    tip_other: str
    tip_elsewhere: str
    sort_by: str
    sort_relevance: str
    sort_date: str
    refine: str
    by_kind: str
    kind_news: str
    kind_documents: str
    kind_page: str
    show_all: str
    filters: str
    drop_filter: str
    drop_filters: str
    suggestions: str
    suggestions_there: str
    search_everywhere: str
    highlighted: str
    highlighted_place: str
    highlighted_next: str
    drop_highlights: str

    # Other pages
    not_found: str
    not_found_text: str
    moved: str
    moved_text: str
    sitemap_intro: str

    # Footer
    responsible: str
    address: str
    phone: str
    email: str
    reuse: str
    no_tracking: str

    # Preview
    preview: str
    preview_problems: str
