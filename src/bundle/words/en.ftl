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

## Notices of pages that another site generator lays out: plain text

tree-stale = The original has changed since it was translated: this text may be out of date.
tree-untracked = Nobody has compared this translation with the original yet.
tree-unapproved = No editor has approved this translation yet.
tree-draft = This translation is not finished.
tree-orphan = The original of this text is gone.
tree-source = There is no translation yet: here is the original.
