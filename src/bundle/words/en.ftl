### What the pages of a site say beside the articles. A project replaces any of it by messages of
### its own with the same names.

## Notices above articles

# $language: the language of the source, as English calls it.
note-in-language = in { $language }
