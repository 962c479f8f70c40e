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

untranslated = not translated: the { $words } words are the same as in the source ({ $source })
    .help = translate the passage; words that stay as they are can be named in `keep` of a `[[term]]`

untranslated-run = words in the language of the source ({ $source }): “{ $words }”
    .help = translate them, or put them in quotation marks if they are quoted

## Figures and dates

## Links and addresses

## Code and markup

## The build of the page

## Letters and words

repeated-words = “{ $word }” stands twice in a row
    .help = remove one of them, or name the word in `[checks.repeated-words] words`

script-leak =
    { $script ->
        [Cyrillic] Cyrillic
        [Latin] Latin
        [Greek] Greek
       *[other] { $script }
    } letters, which the page’s language does not use: “{ $words }”
    .help = translate these words, or put them in quotation marks if the source has them in the same letters

mixed-script =
    “{ $letters }” in “{ $word }” is { $script ->
        [Cyrillic] Cyrillic
        [Latin] Latin
        [Greek] Greek
       *[other] { $script }
    } and only looks like the letters around it
    .help = type the word anew

mixed-endings = “{ $letters }” in “{ $word }” is of another script than the rest of the word
    .help = put a hyphen or an apostrophe before an ending, or mark the stress with U+0301

joined-words = a space may be missing in “{ $word }”
    .help = put it between the two words

look-alikes =
    “{ $word }” is written in { $script ->
        [Cyrillic] Cyrillic
        [Latin] Latin
        [Greek] Greek
       *[other] { $script }
    } letters here and in others in the source
    .help = type the word anew, in the letters of the source

lone-letters =
    the word “{ $letter }” is a { $script ->
        [Cyrillic] Cyrillic
        [Latin] Latin
        [Greek] Greek
       *[other] { $script }
    } letter
    .help = type the letter anew

hidden-characters = { GIVEN($character) ->
        [yes] a character that nobody sees, { $character }, stands here ({ $count })
       *[no] letters and accents of “{ $word }” are separate characters (words like it: { $count })
    }
    .help = delete the character, or put the text in the form NFC

## Names and terms

terms = the source has the term “{ $term }”, and the translation has no “{ $wanted }”
    .help = use the term, add the form to its `[[term]]`, or make it `mode = "soft"`

soft-terms = the source has the term “{ $term }”, and the translation has no “{ $wanted }”
    .help = use the term, add the form to its `[[term]]`

forbidden-words = “{ $word }” is not to be used
    .help = { GIVEN($instead) ->
        [yes] say “{ $instead }”
       *[no] say it in another way
    }

missing-names = { $side ->
        [source] “{ $name }” is named here and not in the source
       *[target] “{ $name }” is not named in the translation
    }
    .help = name the person, or ignore the name in `[checks.missing-names] ignore`

odd-names = “{ $name }” is “{ $other }” in the other language, and the rest of the name agrees
    .help = compare the spellings; a person’s own one belongs in a `[[person]]`

inconsistent-names = { GIVEN($count) ->
        [yes] “{ $name }” is spelt “{ $other }” elsewhere ({ $count })
       *[no] “{ $name }” is spelt “{ $other }” in the list of people
    }
    .help = choose one spelling and add it to a `[[person]]` of `workflow.toml`

name-spelling = “{ $name }” is “{ $expected }” by the scheme { $scheme }
    .help = correct the spelling, or choose another `scheme` in `[checks.name-spelling]`

## Quotes, spaces, labels

## Typography

## Articles and the site

fields = { $wrong ->
        [missing] the field `{ $field }` is missing
        [lost] the source has the field `{ $field }`, and the translation has not
        [language] the field `{ $field }` says “{ $value }”, and the page is in “{ $other }”
        [long] the field `{ $field }` has { $value } characters, more than { $other }
       *[unequal] the field `{ $field }` says “{ $value }” here and “{ $other }” in the source
    }
    .help = correct the front matter, or change `[checks.fields]`

length = { $wrong ->
        [short] the translation has { $target } characters for { $source } in the source: something may be missing
       *[long] the translation has { $target } characters for { $source } in the source: something may have been added
    }
    .help = compare the two, or change `least` and `most` in `[checks.length]`

wordings = “{ $source }” is “{ $one }” here and “{ $other }” elsewhere ({ $count })
    .help = use one wording on the whole site

rules = { $message } (“{ $words }”)
    .help = see the rule{ GIVEN($rule) ->
        [yes] {" "}“{ $rule }”
       *[no] {""}
    } in `workflow.toml`
