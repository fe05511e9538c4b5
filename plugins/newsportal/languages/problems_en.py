"""What each problem says to editors, English: code → (message, hint)."""

from collections.abc import Mapping
from types import MappingProxyType

from newsportal.languages import document_rules_en, record_rules_en

NEAREST = "; did you mean “{}”?"

MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **document_rules_en.MESSAGES,
        **record_rules_en.MESSAGES,
        "frontmatter.missing": (
            "the front matter at the top of the file is missing",
            "Begin the file with a line ---, then title: and date:, then another line ---.",
        ),
        "frontmatter.unclosed": (
            "the front matter is not closed",
            "Add a line --- after its last entry, before the text.",
        ),
        "frontmatter.yaml": (
            "broken YAML ({detail})",
            "Check colons, indentation and quotes on this line and the one above; a value that contains a colon needs double quotes.",
        ),
        "frontmatter.not_mapping": (
            'the front matter must be lines of "key: value"',
            "For example: title: Mid-year review",
        ),
        "frontmatter.duplicate": (
            "“{key}” is given twice (first on line {first})",
            "Keep one of the two lines.",
        ),
        "frontmatter.alias": (
            "YAML anchors and aliases (& and *) cannot be used here",
            'Put the value in double quotes, for example "* Note".',
        ),
        "frontmatter.too_deep": (
            "the front matter is too long or too deeply nested",
            "Move long text into the body, below the second ---.",
        ),
        "file.empty": (
            "the file is empty",
            "Write something in it or delete it.",
        ),
        "file.binary": (
            "the file is not text",
            "Save the post as Markdown (.md); Word or PDF files belong in media/ and in attachments.",
        ),
        "file.encoding": (
            "the file is not UTF-8",
            "Open it in an editor and save it with the encoding UTF-8.",
        ),
        "file.too_large": (
            "the file is too large ({size} kB, {limit} kB at most)",
            "Split it or publish it as an attachment; pictures belong in media/, not pasted into the text.",
        ),
        "file.unreadable": (
            "the file cannot be read ({detail})",
            "Check its permissions, then build again.",
        ),
        "file.symlink": (
            "this link leads out of the content folder",
            "Copy the real file here instead of the link.",
        ),
        "file.not_markdown": (
            "this file would not be published",
            "Posts end in .md; photos and attachments belong in media/.",
        ),
        "file.language": (
            "“{name}” is not a language folder of this portal",
            "Put posts in {choices}.",
        ),
        "file.section": (
            "there is no section “{name}”{nearest}",
            "Sections are declared in _data/sections.yml.",
        ),
        "file.index": (
            "a section has no index page of its own",
            "Describe the section in _data/sections.yml; give a post another file name.",
        ),
        "file.name": (
            "no address can be made from this file name",
            "Use letters or digits, for example mid-year-review.md.",
        ),
        "file.twice": (
            "two files have this name; only the encoding of its accented letters differs",
            "Delete or rename one of them.",
        ),
        "field.unknown": (
            "there is no field “{key}”{nearest}",
            "Delete the line or mend the name; docs/bien-tap lists all fields.",
        ),
        "field.required": (
            "this required field is missing",
            "Add “{key}: …” to the front matter.",
        ),
        "field.quote": (
            "{value} is read as a number or as yes/no",
            'Put it in double quotes: "{value}".',
        ),
        "field.text": (
            "must be text",
            "Write the value after the colon, on the same line.",
        ),
        "field.empty": (
            "this field is empty",
            "Fill it in or delete the line.",
        ),
        "field.boolean": (
            "must be true or false, not “{value}”",
            "Write true or false.",
        ),
        "field.date": (
            "cannot read the date “{value}”",
            "Write it as year-month-day, for example {suggestion}.",
        ),
        "field.number": (
            "must be a whole number, not “{value}”",
            "Write a number without quotes, for example 1.",
        ),
        "field.time": (
            "the time is missing",
            "Write for example {value} 07:00.",
        ),
        "field.url": (
            "“{value}” is not a web address",
            "Write it in full, beginning with https://.",
        ),
        "field.slug": (
            "“{value}” cannot be part of an address",
            "Use lower-case letters without marks, digits and hyphens, for example {suggestion}.",
        ),
        "field.list": (
            "must be a list",
            "Write it in square brackets, separated by commas: [one, two].",
        ),
        "field.mapping": (
            "must hold entries of “name: value”",
            "Start a new line, indent by two spaces and write each entry.",
        ),
        "field.choice": (
            "“{value}” is not accepted",
            "Choose one of: {choices}.",
        ),
        "field.invalid": (
            "the value cannot be used",
            "See the examples in docs/bien-tap.",
        ),
        "field.order": (
            "{later} must be after {earlier}",
            "Check both moments.",
        ),
        "field.not_document": (
            "only documents sections have this field",
            "Move the item to a documents section or delete the field.",
        ),
        "tag.unknown": (
            "there is no tag “{tag}”{nearest}",
            "Tags are declared in _data/tags.yml.",
        ),
        "tag.repeated": (
            "the tag “{tag}” is given twice",
            "Keep one.",
        ),
        "cover.src": (
            "the path of the photo is missing",
            "Add src: with its path below media/.",
        ),
        "media.missing": (
            "there is no file media/{src}{nearest}",
            "Copy the file into media/ or mend the path (upper and lower case differ).",
        ),
        "media.outside": (
            "the path “{src}” leads out of media/",
            "Write it relative to media/, without ../ and without a drive letter.",
        ),
        "media.external": (
            "the picture comes from another site ({src})",
            "Copy it into media/ (if you may), so that it stays and readers are not tracked.",
        ),
        "media.alt": (
            "the picture {src} has no description",
            "Describe it in the square brackets: ![Delegates at the meeting]({src}).",
        ),
        "media.not_picture": (
            "{src} is not a picture",
            "Use JPEG, PNG, WebP, GIF or SVG.",
        ),
        "media.not_image": (
            "the file is damaged or no picture",
            "Open it in a picture viewer and save it in the format its name says.",
        ),
        "media.too_large": (
            "the file is too large ({size})",
            "Bring it below {limit}.",
        ),
        "media.unsafe_svg": (
            "the SVG has unsafe parts ({detail})",
            "Export it as plain SVG without scripts and outside links, or use PNG.",
        ),
        "media.type": (
            "files of type {type} are not published",
            "Convert it to PDF, DOCX, XLSX, CSV or ZIP; save HEIC photos from iPhones as JPEG.",
        ),
        "media.name": (
            "same address as media/{other}",
            "Rename one of the two files.",
        ),
        "address.clash": (
            "the address {address} is already that of {other}",
            "Change slug: or the file name of one of the two.",
        ),
        "address.alias": (
            "the old address “{alias}” cannot be used",
            "Write a path on this site beginning with /, without ? and ../, for example /news/123.html.",
        ),
        "id.clash": (
            "the id “{id}” is already that of {other}",
            "Every item has its own; change the newer one's.",
        ),
        "body.empty": (
            "the item has no text",
            "Write it below the second ---.",
        ),
        "body.pdf": (
            "no PDF could be made of this document",
            "Its page is published, only the PDF is missing. Look for an unusual table or photo; tell the administrator.",
        ),
        "body.unsafe": (
            "the text contains code that is not allowed ({what})",
            "Delete it; replace embedded videos by links.",
        ),
        "body.link": (
            "the link “{target}” leads nowhere{nearest}",
            "Mend it: a path from this file to an .md file, or a whole address.",
        ),
        "body.failed": (
            "the text cannot be rendered ({detail})",
            "Look for something unusual near this line, or send the file to the operator.",
        ),
        "translation.date": (
            "this field is required, and there is no original {original} to take it from",
            "Perhaps the original was deleted or renamed: delete or rename the translation with it, or add “date: …” here.",
        ),
        "translation.draft": (
            "the original {other} is still a draft, yet this translation will be published",
            "Add draft: true to the translation, or take draft from the original.",
        ),
        "visits.damaged": (
            "the figures of visits cannot be used ({detail})",
            "The site is built without them; run python3 scripts/visits.py publish to write them again.",
        ),
        "config.plugin": (
            "there is no plugin and no file of hooks with the name “{name}”",
            "Write the name as it stands in plugins or hooks of the configuration; those there are: {known}.",
        ),
        "vocabulary.missing": (
            "this file is missing",
            "Create it as shown in docs/bien-tap.",
        ),
        "vocabulary.not_list": (
            'the file must be a list whose entries begin with "- id:"',
            "See the example in docs/bien-tap.",
        ),
        "vocabulary.repeated": (
            "“{value}” is already used by another entry",
            "Every entry needs an id and an address of its own.",
        ),
        "vocabulary.title": (
            "the title in language “{language}” is missing",
            "Add {language}: to title.",
        ),
        "citation.year": (
            "the year in the number differs from that of the date: “{citation}”",
            "Look at the document itself: the number says {written}, the date {meant}.",
        ),
        "citation.misspelt": (
            "“{written}” in “{citation}” may be a slip; is it “{meant}”?",
            "Look at the code of the issuer or type again; if it is right, ignore this note.",
        ),
        "citation.no_such_date": (
            "there is no day “{written}”, as in “{citation}”",
            "Look up when the document was issued.",
        ),
        "citation.type": (
            "the type “{written}” does not go with the number in “{citation}”",
            "By its number the type is “{meant}”; look at the document itself.",
        ),
        "citation.day": (
            "“{citation}” gives the day {written}, but the document on this portal was issued on {meant}",
            "Correct one of the two days.",
        ),
        "vocabulary.reserved": (
            "the address “{value}” belongs to one of the portal's own pages",
            "Give the section another slug:.",
        ),
        "vocabulary.language": (
            "this portal has no language “{language}”",
            "Use one of: {choices}.",
        ),
    }
)

DETAILS: Mapping[str, str] = MappingProxyType({})
"""What the YAML library finds is in English already."""
