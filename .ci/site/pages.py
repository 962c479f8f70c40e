"""The pages of a built site: what each says of itself, and whether they agree with each other.

Nothing is fetched: addresses below those of the site are looked up among its files, and all others
are taken as they are. Addresses are compared as people read them, without percent signs.
"""

import os
import re
from concurrent.futures import ProcessPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

# Where an element names another file; `srcset` and `content` are read apart.
ADDRESSES = {
    "a": ["href"],
    "area": ["href"],
    "audio": ["src"],
    "blockquote": ["cite"],
    "embed": ["src"],
    "form": ["action"],
    "iframe": ["src"],
    "img": ["src"],
    "input": ["src"],
    "link": ["href"],
    "object": ["data"],
    "script": ["src"],
    "source": ["src"],
    "track": ["src"],
    "video": ["src", "poster"],
}
SCHEMES = {"data", "ftp", "mailto", "sms", "tel", "xmpp"}
REFRESH = re.compile(r"\s*[\d.]+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")


class Place(NamedTuple):
    """A folder of the site, and the address that readers have it at, which ends with a slash."""

    folder: Path
    address: str


class Link(NamedTuple):
    line: int
    to: str
    # Whether a reader gets there: a link of the text, not a picture or a style.
    leads: bool


class Page(NamedTuple):
    """What one page says of itself."""

    name: str
    address: str
    lang: str
    ids: frozenset
    links: list
    canonical: list
    alternates: list
    noindex: bool
    redirect: bool

    @property
    def fallback(self):
        """Whether it stands in for another page or leads to one: nobody has to find it."""
        own = self.address in self.canonical or not self.canonical
        return self.redirect or self.noindex or not own or self.name.endswith("404.html")


class Site:
    """All files of a site, by address."""

    def __init__(self, places):
        self.places = [Place(folder, address.rstrip("/") + "/") for folder, address in places]
        self.files = {}
        for place in self.places:
            for folder, _, names in os.walk(place.folder):
                for name in names:
                    path = Path(folder, name)
                    inside = path.relative_to(place.folder).as_posix()
                    self.files[place.address + inside] = path
        names = [one for one in sorted(self.files) if one.endswith(".html")]
        with ProcessPoolExecutor() as pool:
            read = pool.map(read_page, names, map(self.files.get, names), chunksize=50)
            self.pages = {page.address: page for page in read}

    def find(self, address):
        """The file at an address without a fragment: its own address, None if it is none of ours, or
        False if it should be there and is not."""
        origins = {urlsplit(place.address)[:2] for place in self.places}
        if urlsplit(address)[:2] not in origins:
            return None
        clean = unquote(address.split("?")[0])
        for one in (clean, clean + "index.html" if clean.endswith("/") else ""):
            if one in self.files:
                return self.public(one)
        return False

    @staticmethod
    def public(file):
        return file.removesuffix("index.html") if file.endswith("/index.html") else file

    def starts(self):
        return [place.address for place in self.places if place.address in self.pages]


def read_page(file, path):
    reader = Reader()
    text = path.read_text(encoding="utf-8", errors="replace")
    reader.feed(text)
    reader.close()
    return Page(
        name=str(path),
        address=Site.public(file),
        lang=reader.lang,
        ids=frozenset(reader.ids),
        links=reader.links,
        canonical=reader.canonical,
        alternates=reader.alternates,
        noindex=reader.noindex,
        redirect=reader.redirect,
    )


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.lang = ""
        self.ids = []
        self.links = []
        self.canonical = []
        self.alternates = []
        self.noindex = False
        self.redirect = False

    def handle_starttag(self, tag, attributes):
        said = {name: value or "" for name, value in attributes}
        line = self.getpos()[0]
        if tag == "html":
            self.lang = said.get("lang", "")
        if "id" in said:
            self.ids.append(said["id"])
        if tag == "a" and "name" in said:
            self.ids.append(said["name"])
        rel = said.get("rel", "").lower().split() if tag == "link" else []
        if "canonical" in rel:
            self.canonical.append(unquote(said.get("href", "")))
        if "alternate" in rel and "hreflang" in said:
            self.alternates.append((said["hreflang"], unquote(said.get("href", ""))))
        if tag == "meta":
            self.meta(line, said)
        leads = tag in ("a", "area")
        for name in ADDRESSES.get(tag, []):
            if name in said:
                self.links.append(Link(line, said[name].strip(), leads))
        for one in said.get("srcset", "").split(","):
            if one.strip():
                self.links.append(Link(line, one.split()[0], False))

    def meta(self, line, said):
        content = said.get("content", "")
        if said.get("name", "").lower() == "robots":
            self.noindex = "noindex" in content.lower()
        if said.get("property") in ("og:image", "og:url"):
            self.links.append(Link(line, content, False))
        refresh = REFRESH.match(content)
        if said.get("http-equiv", "").lower() == "refresh" and refresh:
            self.redirect = True
            self.links.append(Link(line, refresh[1].strip(), True))


# ── what is wrong


def check(site):
    """Everything that is wrong, as lines that begin with the page's file."""
    found = [f"{place.folder}: no index.html" for place in site.places if not start(site, place)]
    reached = set(site.starts())
    waiting = list(reached)
    leads = {}
    for page in site.pages.values():
        leads[page.address] = follow(site, page, found)
        found += canonical(site, page)
        found += alternates(site, page)
    while waiting:
        fresh = leads.get(waiting.pop(), set()) - reached
        reached |= fresh
        waiting += fresh
    for page in site.pages.values():
        if page.address not in reached and not page.fallback:
            found.append(f"{page.name}: no link leads here from the start")
    return found


def start(site, place):
    # A folder below another one is reached from there.
    above = [other for other in site.places if place.address.startswith(other.address)]
    return place.address in site.pages or len(above) > 1


def follow(site, page, found):
    """Says which links of a page lead nowhere, and returns where the others lead a reader."""
    leads = set()
    for link in page.links:
        wrong, to = one_link(site, page, link)
        if wrong:
            found.append(f"{page.name}:{link.line}: {wrong}: {link.to}")
        elif to and link.leads:
            leads.add(to)
    return leads


def one_link(site, page, link):
    scheme = urlsplit(link.to).scheme.lower()
    if scheme in SCHEMES:
        return None, None
    if scheme not in ("", "http", "https"):
        return f"a link with the scheme {scheme}", None
    address, fragment = urldefrag(urljoin(page.address, link.to))
    to = site.find(address)
    if to is False:
        return "no such file", None
    target = site.pages.get(to) if to else None
    top = fragment.lower() in ("", "top")
    if target and not top and unquote(fragment) not in target.ids and fragment not in target.ids:
        return "no such place on the page", to
    return None, to


def canonical(site, page):
    if page.redirect or page.name.endswith("404.html"):
        return
    if len(page.canonical) != 1:
        yield f"{page.name}: {len(page.canonical)} canonical addresses"
    for address in page.canonical:
        to = site.pages.get(address)
        if to is None and site.find(address) is not None:
            yield f"{page.name}: the canonical address is no page of the site: {address}"
        if not urlsplit(address).scheme:
            yield f"{page.name}: the canonical address is not absolute: {address}"
        if to and to != page and (to.noindex or address not in to.canonical):
            yield f"{page.name}: the canonical page has another one itself: {address}"


def alternates(site, page):
    """Alternates are absolute, name the page itself, and are the same on all the pages they name."""
    said = dict(page.alternates)
    if not said:
        return
    if len(said) != len(page.alternates):
        yield f"{page.name}: two alternates for one language"
    if page.fallback:
        yield f"{page.name}: alternates on a page that search engines are to leave out"
    elif said.get(page.lang) != page.address:
        yield f"{page.name}: the alternates do not name the page itself as `{page.lang}`"
    for lang, address in said.items():
        if lang != "x-default" and not LANGUAGE.fullmatch(lang):
            yield f"{page.name}: no language of alternates: {lang}"
        to = site.pages.get(address)
        if not urlsplit(address).scheme:
            yield f"{page.name}: an alternate is not absolute: {address}"
        elif to is None and site.find(address) is not None:
            yield f"{page.name}: an alternate is no page of the site: {address}"
        elif to and dict(to.alternates) != said:
            yield f"{page.name}: the alternate names other pages: {address}"
        if to and lang not in ("x-default", to.lang):
            yield f"{page.name}: the alternate for {lang} is in `{to.lang}`: {address}"
