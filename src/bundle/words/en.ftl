### What the pages of a site say beside the articles. A project replaces any of it by messages of
### its own with the same names.

## Notices above articles

# $language: the language of the source, as English calls it.
note-in-language = in { $language }

## Notices of pages that another site generator lays out: plain text

tree-stale = The original has changed since it was translated: this text may be out of date.
tree-untracked = Nobody has compared this translation with the original yet.
tree-unapproved = No editor has approved this translation yet.
tree-draft = This translation is not finished.
tree-orphan = The original of this text is gone.
tree-source = There is no translation yet: here is the original.
