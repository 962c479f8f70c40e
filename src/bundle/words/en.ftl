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
