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

figures = { GIVEN($missing) ->
    [yes] { GIVEN($extra) ->
        [yes] “{ $extra }” ({ $extra-value }) stands where the source has “{ $missing }” ({ $missing-value })
       *[no] “{ $missing }” ({ $missing-value }) is not in the translation
    }
   *[no] “{ $extra }” ({ $extra-value }) is not in the source
}
    .help = compare the figures; a value that is right may be named in `[checks.figures] ignore`

small-figures = { GIVEN($missing) ->
    [yes] { GIVEN($extra) ->
        [yes] “{ $extra }” stands where the source has “{ $missing }”
       *[no] “{ $missing }” is not in the translation
    }
   *[no] “{ $extra }” is not in the source
}
    .help = compare the figures; words that say a number may be added to `[words.LANG] numerals`

alphanumerics = { GIVEN($missing) ->
    [yes] { GIVEN($extra) ->
        [yes] “{ $extra }” stands where the source has “{ $missing }”
       *[no] “{ $missing }” is not in the translation
    }
   *[no] “{ $extra }” is not in the source
}
    .help = compare the names; one that is right may be named in `[checks.alphanumerics] ignore`

number-format = “{ $number }” is usually written “{ $usual }” in this language
    .help = write it so, or set `decimal-mark` and `group-marks` in `[words.LANG]`

dates = { $part ->
    [year] the year of a date is { $target }, and { $source } in the source
    [month] the month of a date is “{ $target }”, and “{ $source }” in the source
    [day] the day of a date is { $target }, and { $source } in the source
    [time] the time is { $target }, and { $source } in the source
   *[weekday] the day of the week is “{ $target }”, and “{ $source }” in the source
}
    .help = correct the date in one of the texts

date-parts = { GIVEN($missing) ->
    [yes] { $part ->
        [month] the source names the month “{ $missing }”, the translation does not
        [day] the source names day { $missing } of a month, the translation does not
       *[time] the source names the time { $missing }, the translation does not
    }
   *[no] { $part ->
        [month] the translation names the month “{ $extra }”, the source does not
        [day] the translation names day { $extra } of a month, the source does not
       *[time] the translation names the time { $extra }, the source does not
    }
}
    .help = make the dates say the same, or leave the part out of both

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
