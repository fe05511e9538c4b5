"""Drawings: their size, and what may not be in them."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from media.pictures import SETTINGS, phone_photo, published, put
from newsportal.media import MediaCache, scan
from newsportal.media.outcome import Unfit
from newsportal.media.svg import read_svg
from newsportal.model import Picture

_NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_GPS_PHOTO = base64.b64encode(phone_photo(32, 24)).decode()


def _svg(body: str, attributes: str = "") -> bytes:
    return f"<svg {_NS} {attributes}>{body}</svg>".encode()


_ATTACKS = {
    "script": _svg("<script>alert(1)</script>"),
    "script in capitals": _svg("<SCRIPT>alert(1)</SCRIPT>"),
    "script with prefix": _svg('<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'),
    "XHTML script": _svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
    "XHTML frame": _svg('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="#"/>'),
    "onload": _svg("", 'onload="alert(1)"'),
    "onclick inside": _svg('<g><rect ONCLICK="alert(1)"/></g>'),
    "foreignObject": _svg("<foreignObject><p/></foreignObject>"),
    "javascript link": _svg('<a href="javascript:alert(1)"><text>x</text></a>'),
    "javascript link in pieces": _svg('<a href=" java&#10;script:alert(1)"><text>x</text></a>'),
    "external link": _svg('<a xlink:href="https://evil.example/"><text>x</text></a>'),
    "external image": _svg('<image href="https://evil.example/pixel.png"/>'),
    "image without scheme": _svg('<image xlink:href="//evil.example/pixel.png"/>'),
    "image beside": _svg('<image href="photo.jpg"/>'),
    "SVG in data": _svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "HTML in data": _svg('<a href="data:text/html,&lt;script>"><text>x</text></a>'),
    "use": _svg('<use href="https://evil.example/a.svg#b"/>'),
    "url() in attribute": _svg('<rect fill="url(https://evil.example/a#b)"/>'),
    "url() in style attribute": _svg("<rect style=\"fill:url( '//evil.example/a' )\"/>"),
    "url() in style": _svg("<style>rect{fill:url(https://evil.example/)}</style>"),
    "url() escaped": _svg("<style>rect{fill:u\\72l(https://evil.example/)}</style>"),
    "url() in CDATA": _svg("<style><![CDATA[rect{fill:url(https://evil.example/)}]]></style>"),
    "import": _svg("<style>@import 'https://evil.example/a.css';</style>"),
    "image-set": _svg("<style>rect{background:image-set('https://evil.example/a')}</style>"),
    "animated link": _svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
    "animated xlink": _svg('<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>'),
    "animated handler": _svg('<set attributeName="onclick" to="alert(1)"/>'),
    "DOCTYPE": b'<!DOCTYPE svg SYSTEM "https://evil.example/a.dtd">' + _svg(""),
    "entity": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _svg("<text>&a;</text>"),
    "DOCTYPE in UTF-16": ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE svg>' + _svg("").decode()).encode("utf-16"),
    "UTF-16": ('<?xml version="1.0" encoding="UTF-16"?>' + _svg("").decode()).encode("utf-16"),
    "UTF-7": b'<?xml version="1.0" encoding="UTF-7"?>' + _svg("+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
    "style sheet": b'<?xml-stylesheet href="https://evil.example/a.xsl"?>' + _svg(""),
    "photo with a place": _svg(f'<image href="data:image/jpeg;base64,{_GPS_PHOTO}"/>'),
    "photo with a place in style": _svg(f'<rect style="fill:url(data:image/jpeg;base64,{_GPS_PHOTO})"/>'),
    "handler": _svg('<handler type="application/ecmascript">alert(1)</handler>'),
    "CSS expression": _svg('<rect style="width:expression(alert(1))"/>'),
}


@pytest.mark.parametrize("data", _ATTACKS.values(), ids=_ATTACKS.keys())
def test_attacks_are_refused(data: bytes) -> None:
    with pytest.raises(Unfit) as caught:
        read_svg(data)
    assert caught.value.code == "media.unsafe_svg"
    assert dict(caught.value.values)["detail"]


_SOUND = {
    "link inside": _svg('<g id="a"/><use xlink:href="#a"/><rect fill="url(#b)" style="filter:url(\'#c\')"/>'),
    "embedded photo": _svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
    "style": _svg("<style>@font-face{src:url(data:font/woff2;base64,d09G)} .a{fill:#fff}</style>"),
    "editor's own": _svg(
        '<metadata><r:li xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:resource="http://purl.org/dc/"/></metadata>'
    ),
    "byte order mark": b"\xef\xbb\xbf" + _svg("<text>Bản đồ</text>".encode().decode()),
    "comment": b'<?xml version="1.0" encoding="iso-8859-1"?><!-- script onload= -->' + _svg("<!-- url(x) -->"),
    "animation": _svg('<rect><animate attributeName="opacity" values="0;1"/></rect>'),
    "instruction inside": _svg("<?editor state?>"),
    "words": _svg("<text>javascript: url(http://a) on the script</text>"),
}


@pytest.mark.parametrize("data", _SOUND.values(), ids=_SOUND.keys())
def test_drawings_are_accepted(data: bytes) -> None:
    assert read_svg(data).size == len(data)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="640" height="480"', (640, 480)),
        ('width="640.6px" height="480"', (641, 480)),
        ('width="210mm" height="297mm" viewBox="0 0 210 297"', (794, 1123)),
        ('viewBox="0 0 24 12"', (24, 12)),
        ('viewBox="-5,-5,24.4,12"', (24, 12)),
        ('width="100%" height="100%" viewBox="0 0 300 100"', (300, 100)),
        ('width="600" viewBox="0 0 300 100"', (600, 200)),
        ('height="50" viewBox="0 0 300 100"', (150, 50)),
        ('width="0" height="0" viewBox="0 0 3 4"', (3, 4)),
        ('width="1e300" height="1"', (1_000_000, 1)),
        ('viewBox="0 0 nan inf"', (300, 150)),
        ('viewBox="0 0 0.1 900000"', (1, 900_000)),
        ("", (300, 150)),
    ],
)
def test_sizes(attributes: str, size: tuple[int, int]) -> None:
    facts = read_svg(_svg("", attributes))
    assert (facts.width, facts.height) == size


@pytest.mark.parametrize(
    "data",
    [
        b"<svg/>",
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<svg",
        b"\x1f\x8b\x08",
        _svg("&unknown;"),
        _svg("<g>" * 9000),
    ],
)
def test_what_is_no_svg(data: bytes) -> None:
    with pytest.raises(Unfit, match=r"media\.not_image"):
        read_svg(data)


def test_drawings_are_published_as_they_are(root: Path, cache: MediaCache) -> None:
    data = _svg("<rect/>", 'viewBox="0 0 40 30"')
    put(root, "a.svg", data)
    put(root, "b.svg", _ATTACKS["script"])
    files, problems = scan(root, SETTINGS, cache)
    media = files["a.svg"]
    assert isinstance(media, Picture)
    assert (media.type, media.size, media.width, media.height) == ("image/svg+xml", len(data), 40, 30)
    assert published(media, root, cache) == {"/media/a.svg": data}
    assert [(problem.path, problem.code, problem.values) for problem in problems] == [
        ("content/media/b.svg", "media.unsafe_svg", (("detail", "<script>"),))
    ]
