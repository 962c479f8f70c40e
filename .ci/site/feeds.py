"""Sitemaps and feeds of a built site: what no schema can say of them."""

import xml.etree.ElementTree as xml
from urllib.parse import unquote, urlsplit

from pages import Reader

ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
XML = "{http://www.w3.org/XML/1998/namespace}"


def sort(site):
    """The XML files of a site by what they are, each with its tree, and those that are no XML."""
    kinds = {"sitemap": {}, "feed": {}}
    broken = []
    for address, path in sorted(site.files.items()):
        if path.suffix not in (".xml", ".atom"):
            continue
        try:
            root = xml.parse(path).getroot()
        except (xml.ParseError, UnicodeDecodeError) as error:
            broken.append(f"{path}: {error}")
            continue
        if root.tag in (MAP + "urlset", MAP + "sitemapindex"):
            kinds["sitemap"][address] = (path, root)
        if root.tag in (ATOM + "feed", ATOM + "entry"):
            kinds["feed"][address] = (path, root)
    return kinds, broken


def check_sitemaps(site, maps):
    """A sitemap names pages that may be found, and their alternates as the pages do."""
    seen = {}
    for path, root in maps.values():
        for one in root.iter(MAP + "sitemap"):
            address = unquote(one.findtext(MAP + "loc", "").strip())
            if address not in maps:
                yield f"{path}: no such sitemap: {address}"
        for one in root.iter(MAP + "url"):
            address = unquote(one.findtext(MAP + "loc", "").strip())
            if address in seen:
                yield f"{path}: {address} is in {seen[address]} too"
            seen[address] = path
            page = site.pages.get(address)
            if page is None:
                yield f"{path}: no such page: {address}"
                continue
            if page.fallback:
                yield f"{path}: a page that search engines are to leave out: {address}"
            links = {link.get("hreflang"): unquote(link.get("href", "")) for link in one.iter(LINK)}
            if links != dict(page.alternates):
                yield f"{path}: the alternates are not those of the page: {address}"
    for page in site.pages.values():
        if maps and page.alternates and not page.fallback and page.address not in seen:
            yield f"{page.name}: is in no sitemap"
    yield from check_robots(site, maps)


def check_robots(site, maps):
    for place in site.places:
        robots = site.files.get(place.address + "robots.txt")
        lines = robots.read_text(encoding="utf-8").splitlines() if robots else []
        for line in lines:
            key, _, address = line.partition(":")
            if key.strip().lower() == "sitemap" and unquote(address.strip()) not in maps:
                yield f"{robots}: no such sitemap: {address.strip()}"


def check_feeds(site, feeds):
    for address, (path, root) in feeds.items():
        for wrong in check_feed(site, address, root):
            yield f"{path}: {wrong}"


def check_feed(site, own, feed):
    """RFC 4287 beyond its grammar: sections 4.1.1, 4.1.2, 4.1.3.2, 4.2.6, 4.2.7 and 2."""
    entries = feed.findall(ATOM + "entry") if feed.tag == ATOM + "feed" else [feed]
    ids = [one.findtext(ATOM + "id", "").strip() for one in entries]
    if not feed.get(XML + "lang"):
        yield "no xml:lang"
    if own not in links(feed, "self"):
        yield f"the feed does not name itself: {own}"
    for one in [feed, *entries]:
        name = one.findtext(ATOM + "id", "").strip()
        if not urlsplit(name).scheme:
            yield f"an id that is no address: {name}"
        if len(set(links(one, "alternate"))) != len(links(one, "alternate")):
            yield f"{name}: two links to one page"
        for to in links(one, "alternate") + links(one, "self"):
            if not urlsplit(to).scheme:
                yield f"{name}: a link that is not absolute: {to}"
            elif site.find(to) is False:
                yield f"{name}: no such file: {to}"
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"two entries with the id {name}"
    for one, name in zip(entries, ids):
        yield from (f"{name}: {wrong}" for wrong in check_entry(feed, one))


def check_entry(feed, entry):
    content = entry.find(ATOM + "content")
    inside = entry.find(ATOM + "source")
    people = [one for one in (entry, inside, feed) if one is not None]
    if not any(one.find(ATOM + "author") is not None for one in people):
        yield "no author, neither here nor of the feed"
    if content is None and not links(entry, "alternate"):
        yield "neither content nor a link to the page"
    if content is not None and content.get("src") and entry.find(ATOM + "summary") is None:
        yield "content that is elsewhere, and no summary"
    for name in ("content", "summary"):
        one = entry.find(ATOM + name)
        based = [each for each in (feed, entry, one) if each is not None and each.get(XML + "base")]
        if one is not None and one.get("type") == "html" and not based:
            reader = Reader()
            reader.feed(one.text or "")
            for link in reader.links:
                if not urlsplit(link.to).scheme:
                    yield f"a link of the {name} that readers cannot follow: {link.to}"


def links(element, rel):
    """Where links of a kind lead; one that does not say its kind is the page itself."""
    found = element.findall(ATOM + "link")
    return [unquote(link.get("href", "")) for link in found if link.get("rel", "alternate") == rel]
