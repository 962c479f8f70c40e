# What the checks find: a code, its sentence, and what to do. The codes stand in src/checks/.
# A title is one lower-case sentence without a full stop and states facts.

## Files and history

missing = there is no { $lang } translation of this article
    .help = write { $path }, or start it with `sverka new`; an article that stays untranslated is named under `exclude` of its collection
orphan = this translation has no source: there is no { $path }
    .help = remove the translation, or bring its source back; after a rename, `sverka status` finds the new name
untracked = nobody has said what this translation was made from
    .help = `sverka adopt { $article } --lang { $lang }` finds it in the history; if it is right today, `sverka sync { $article } --lang { $lang }`
stale = the source has changed since this was translated: { $segments ->
        [one] one segment
       *[other] { $segments } segments
    }, { $words ->
        [one] one word
       *[other] { $words } words
    }
    .help = `sverka diff { $article } --lang { $lang }` shows what changed; then `sverka sync { $article } --lang { $lang }`
draft = this { $lang } translation is a draft
    .help = finish it, then `sverka sync { $article } --lang { $lang }`
not-approved = { GIVEN($undone) ->
        [yes] this { $lang } translation was approved, and has changed since
       *[no] nobody has approved this { $lang } translation
    }
    .help = read it beside its source, then `sverka approve { $article } --lang { $lang }`

## What is no translation

## Figures and dates

## Links and addresses

## Code and markup

## The build of the page

## Letters and words

repeated-words = “{ $word }” stands twice in a row
    .help = remove one of them, or name the word in `[checks.repeated-words] words`

## Names and terms

## Quotes, spaces, labels

## Typography

## Articles and the site
