### What the pages of a site say beside the articles. A project replaces any of it by messages of
### its own with the same names.

## Notices above articles

# Stands in parentheses behind a link to an article that this language does not have.
# $lang: the tag of the language it is in.
note-in-language =
    { $lang ->
        [ru] in Russian
        [en] in English
        [be] in Belarusian
        [de] in German
        [es] in Spanish
        [fr] in French
        [kk] in Kazakh
        [uk] in Ukrainian
        [zh] in Chinese
       *[other] language: { $lang }
    }

## What stands in articles beside their own words

body-footnotes = Footnotes
# A number follows.
body-back = Back to the text
# A number follows.
body-table = Table
body-task = Task
body-note = Note
body-tip = Tip
body-important = Important
body-warning = Warning
body-caution = Caution

## The language of the site: what it calls itself

language-name = English

## On every page

skip-to-content = Skip to content
sections = Sections
languages = Languages
# Stands in the switcher behind a language that this page is not published in.
not-in-language = (not translated)
feed = Feed

## On the first page and in lists

newest-title = Latest
contents-title = Contents
articles-title = Articles
nothing-yet = Nothing has been published here yet.
whole-archive = Full archive
archive-title = Archive
# $year: the year in four digits, as text.
year-title = { $year }
tags-title = Topics
# $tag: the name of the topic, as the site spells it.
tag-title = Topic: { $tag }
trail = You are here
# $count: how many articles.
article-count =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }

## Beside an article

# $date: the day on which the article last changed.
updated = Updated { DATETIME($date, dateStyle: "long") }
toc-title = On this page
beside = Neighbouring articles
previous = Previous
next = Next

## On the translation. The messages banner-… stand above a translation that is published as it is;
## those that end in -since have $date, the day on which the source last changed. The messages
## notice-… stand above the source that is published in place of a translation; $lang is the tag of
## its language.

notice = About this translation
# The same above an original itself.
notice-own = About this article
# The link from a translation to its original.
notice-source = Read the original
# The same where the original stands in place of the translation.
notice-page = The page of the original
banner-stale = This translation is behind its original, which has changed since it was made.
banner-stale-since = This translation is behind its original, which was updated on { DATETIME($date, dateStyle: "long") }.
banner-untracked = It is not known which version of the original this translation was made from; it may be out of date.
banner-untracked-since = It is not known which version of the original this translation was made from; it may be out of date. The original was updated on { DATETIME($date, dateStyle: "long") }.
banner-unapproved = No editor has approved this translation yet.
banner-unapproved-since = No editor has approved this translation yet. The original was updated on { DATETIME($date, dateStyle: "long") }.
banner-draft = This translation is a draft and will still change.
banner-draft-since = This translation is a draft and will still change. The original was updated on { DATETIME($date, dateStyle: "long") }.
# Stands above an original itself.
banner-draft-source = This article is a draft and will still change.
banner-orphan = The original of this article is gone; nobody updates the translation.
banner-orphan-since = { banner-orphan }
notice-missing = This article has not been translated yet. Below is the original ({ note-in-language }).
notice-stale = The translation of this article is out of date. Below is the original ({ note-in-language }).
notice-draft = The translation of this article is not finished. Below is the original ({ note-in-language }).
notice-untracked = The translation of this article has not been checked against its original. Below is the original ({ note-in-language }).
notice-unapproved = The translation of this article has not been approved yet. Below is the original ({ note-in-language }).

## Where there is no page

not-found-title = Page not found
not-found-text = It may have moved or been taken down. Check the address, or start from the first page.
to-first-page = To the first page
moved-title = This page has moved
# A link with the title of the page follows.
moved-text = It is here now:

## Notices of pages that another site generator lays out: plain text

tree-stale = The original has changed since it was translated: this text may be out of date.
tree-untracked = Nobody has compared this translation with the original yet.
tree-unapproved = No editor has approved this translation yet.
tree-draft = This translation is not finished.
tree-draft-source = This text is not finished.
tree-orphan = The original of this text is gone.
tree-source = There is no translation yet: here is the original.
