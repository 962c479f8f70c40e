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

omitted = { $count ->
        [one] a paragraph of the source is not here: “{ $text }”
       *[other] { $count } paragraphs of the source are not here, the first is “{ $text }”
    }
    .help = translate it behind the marked passage; if it was left out on purpose, ignore the finding
untranslated = not translated: the { $words } words are the same as in the source ({ $source })
    .help = translate the passage; words that stay as they are can be named in `keep` of a `[[term]]`

untranslated-run = words in the language of the source ({ $source }): “{ $words }”
    .help = translate them, or put them in quotation marks if they are quoted

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

links = “{ $value }” is linked in the source and not here{ GIVEN($instead) ->
        [yes] {""}, where “{ $instead }” is
       *[no] {""}
    }
    .help = link it here too, or make the two equal in `[equivalents] links`
external-links = “{ $value }” is linked in the source and not here{ GIVEN($instead) ->
        [yes] {""}, where “{ $instead }” is
       *[no] {""}
    }
    .help = link it here too; sites whose pages differ by language are named in `[equivalents] hosts`
extra-links = “{ $value }” is linked here and not in the source
    .help = see whether the source lacks it
broken-links = “{ $link }” is not a link: { $why ->
        [undefined] nothing defines where it leads
        [space] there is white space in its address
        [apart] there is a space before its address
       *[escaped] its brackets are escaped
    }
    .help = { $why ->
            [undefined] define it: `[name]: address`
            [space] remove the white space, or write `%20`
            [apart] remove the space
           *[escaped] remove the backslashes
        }
anchors = “{ $anchor }” is nowhere on this page
    .help = link to the id of a heading here; if ids are made otherwise, say how in `[checks.anchors] slugs`
anchor-order = “{ $anchor }” leads to “{ $heading }”, in the source to “{ $source }”
    .help = see which of the two is meant
images = { GIVEN($alt) ->
        [yes] the image “{ $value }” has no words for those who do not see it; the source has “{ $alt }”
       *[no] the image “{ $value }” is in the source and not here{ GIVEN($instead) ->
            [yes] {""}, where “{ $instead }” is
           *[no] {""}
        }
    }
    .help = { GIVEN($alt) ->
            [yes] translate its words
           *[no] put it in, or name it in `[checks.images] ignore`
        }
emails = the e-mail address “{ $value }” is in the source and not here{ GIVEN($instead) ->
        [yes] {""}, where “{ $instead }” is
       *[no] {""}
    }
    .help = put it in as it stands in the source
phones = the telephone number “{ $value }” is in the source and not here{ GIVEN($instead) ->
        [yes] {""}, where “{ $instead }” is
       *[no] {""}
    }
    .help = put in the same digits; the code of the country may be added
hashtags = the hashtag “{ $value }” is lost{ GIVEN($instead) ->
        [yes] {""}; here is “{ $instead }”
       *[no] { GIVEN($spaces) ->
            [yes] {""}; two spaces in a row stand where it may have been
           *[no] {""}
        }
    }
    .help = put it in, or say what it is in this language in `[checks.hashtags] same`
mentions = the account “{ $value }” is named in the source and not here{ GIVEN($instead) ->
        [yes] {""}, where “{ $instead }” is
       *[no] {""}
    }
    .help = name it as the source does
identifiers = the identifier “{ $value }” is in the source and not here{ GIVEN($instead) ->
        [yes] {""}, where “{ $instead }” is
       *[no] {""}
    }
    .help = put it in as it stands in the source

## Code and markup

code-spans = the code `{ $code }` is in the source and not here{ GIVEN($instead) ->
        [yes] {""}, where `{ $instead }` is
       *[no] {""}
    }
    .help = code is the same in every language: put it in
translated-code = the code `{ $code }` seems to be a translation of `{ $source }`
    .help = code is the same in every language: write it as in the source
code-blocks = the code differs: { GIVEN($target) ->
        [yes] “{ $target }” here
       *[no] it ends here
    }, { GIVEN($source) ->
        [yes] “{ $source }” in the source
       *[no] and in the source it has ended
    }
    .help = see which of the two has changed
placeholders = { GIVEN($target) ->
        [yes] the variable “{ $target }” is not in the source{ GIVEN($source) ->
            [yes] {""}, which has “{ $source }”
           *[no] {""}
        }
       *[no] the variable “{ $source }” of the source is lost
    }
    .help = variables are the same in every language, and as many
tags = elements <{ $tag }> here: { $target }, in the source: { $source }
    .help = put the same elements around the same words
directives = { GIVEN($source) ->
        [yes] the directive “{ $keyword }” is “{ $source }” in the source
       *[no] the directive “{ $keyword }” is unknown to the source
    }
    .help = keywords are not translated: write it as in the source

## The build of the page

headings = the headings differ at “{ $heading }”: { $target } here, { $source } in the source
    .help = give the headings the same levels and the same order; what is in brackets differs
structure = { $what ->
        [items] list items
        [tables] tables
        [rows] table rows
        [columns] table columns
        [code] blocks of code
        [quotes] quotations
        [directives] directives
       *[other] elements <{ $what }>
    } in this section: { $target }, in the source: { $source }
    .help = { $what ->
            [items] see which item is missing or was split
            [tables] see which table is missing
            [rows] see which row is missing
            [columns] see which column is missing
            [code] see which block is missing
            [quotes] see which quotation is missing
            [directives] see which directive is missing
           *[other] put the element in, or name it in `[checks.structure] ignore-components`
        }

## Messages

missing-messages = the message “{ $message }” is not translated
    .help = { GIVEN($after) ->
        [yes] add it behind “{ $after }”
       *[no] add it
    }
obsolete-messages = the source has no message “{ $message }”{ GIVEN($renamed) ->
        [yes] {""}; was it renamed to “{ $renamed }”?
       *[no] {""}
    }
    .help = { GIVEN($renamed) ->
        [yes] give it the new name if it is the same, or remove it
       *[no] remove it, or bring it back into the source
    }
missing-attributes = “{ $message }” has the attribute “{ $attribute }” in the source, and not here
    .help = add `.{ $attribute }` with its translation
obsolete-attributes = “{ $message }” has the attribute “{ $attribute }” here, and not in the source
    .help = remove it, or add it to the source
message-values = { $side ->
        [source] “{ $message }” has a text in the source and only attributes here
       *[target] “{ $message }” has a text here and only attributes in the source
    }
    .help = { $side ->
        [source] translate the text: it stands behind the `=`
       *[target] remove the text, or add it to the source
    }
broken-messages = { $why ->
        [space] there is no space behind “{ $found }”, so this is no comment
        [signs] a comment begins with one to three “#”, not with “{ $found }”
        [letter] { GIVEN($meant) ->
            [yes] the letter “{ $found }” in this name only looks like the Latin “{ $meant }”
           *[no] the letter “{ $found }” cannot stand in a name: they are Latin
        }
        [quote] the quotation mark { $found } cannot stand here: code takes straight ones
        [indent] this line begins at the margin, so it does not belong to the message above
        [equals] there is no “=” behind the name
        [open] this brace is not closed
        [brace] this should be the “{"}"}” that closes the brace
        [token] this should be “{ $meant }”
        [name] a name was expected here; it begins with a Latin letter
        [no-text] “{ $found }” has no text
        [callee] the name of a function consists of Latin capitals, digits, “_” and “-”
        [no-default] none of these variants is the default one
        [defaults] a second variant is the default one
        [no-value] nothing stands where a text should be
        [message-selector] a message cannot choose between variants
        [term-selector] a term cannot choose between variants; one of its attributes can
        [term-attribute] an attribute of a term cannot be shown; it can only choose between variants
        [open-string] the quotation mark of this text is not closed
        [argument-order] an argument without a name stands behind one with a name
        [argument-twice] the argument “{ $found }” stands twice
        [escape] “{ $found }” is no escape
        [unicode-escape] “{ $found }” is not the number of a character
        [closing-brace] this “{"}"}” closes nothing
        [expression] what stands here cannot be put into a text
        [selector] what stands here cannot choose between variants
       *[literal] an argument with a name takes a text in quotation marks or a number
    }
    .help = { $why ->
        [space] put a space behind “{ $found }”
        [signs] leave one to three signs and a space
        [letter] { GIVEN($meant) ->
            [yes] type “{ $meant }” on a Latin keyboard
           *[no] use Latin letters, digits, “_” and “-”
        }
        [quote] write a straight quotation mark
        [indent] put spaces before it
        [equals] write `name = text`
        [open] close it; a brace that is meant as such is written {"`{\"{\"}`"}
        [brace] close it; a brace that is meant as such is written {"`{\"{\"}`"}
        [no-default] put “*” before one of them, usually `*[other]`
        [defaults] leave “*” before one of them
        [no-text] write the text behind “=”
        [closing-brace] remove it; a brace that is meant as such is written {"`{\"}\"}`"}
        [open-string] close it on the same line
        [escape] write \\ for a backslash, and a backslash before a quotation mark
        [unicode-escape] write \u and four, or \U and six hexadecimal digits
       *[other] correct it: as it is, no program reads this message
    }
duplicate-messages = { $kind ->
        [attribute] the attribute “{ $name }” stands twice in this message; readers get the first one
        [variant] the variant “{ $name }” stands twice; readers get the first one
        [term] “{ $name }” is not loaded: a message and a term of one name are one thing to fluent-rs, and the first one wins
       *[message] “{ $name }” stands twice{ GIVEN($file) ->
            [yes] {""}, also in { $file }
           *[no] {""}
        }; readers get the first one
    }
    .help = { $kind ->
        [term] rename one of them
       *[other] remove one, or rename it
    }
empty-messages = { GIVEN($variant) ->
        [yes] the variant “{ $variant }” of “{ $name }” says nothing, and each of those of the source does
       *[no] “{ $name }” says nothing, and the source does
    }
    .help = translate it; if nothing is to be said, ignore the finding
untranslated-messages = not translated: “{ $text }” is the same as in the source ({ $source })
    .help = translate it; names that stay as they are can be listed in `[checks.untranslated-messages] keep`
access-keys = { GIVEN($long) ->
        [yes] the access key “{ $key }” is more than one character
       *[no] { GIVEN($meant) ->
            [yes] the access key “{ $key }” only looks like the “{ $meant }” of the label: its script is { $script }
           *[no] the access key “{ $key }” is not in the label “{ $label }”{ GIVEN($script) ->
                [yes] {""}, whose letters are not { $script }
               *[no] {""}
            }
        }
    }
    .help = { GIVEN($long) ->
        [yes] leave one letter of the label “{ $label }”
       *[no] { GIVEN($meant) ->
            [yes] type “{ $meant }” on the keyboard of the label’s language
           *[no] choose a letter of the label
        }
    }
length-limits = “{ $name }” has { $count ->
        [one] one character
       *[other] { $count } characters
    }, and there is room for { $limit }
    .help = say it in fewer words; what is put in is not counted, so there should be some room left for it
variables = { GIVEN($target) ->
        [yes] { GIVEN($source) ->
            [yes] the variable ${ $target } stands where the source has ${ $source }
           *[no] the source has no variable ${ $target }
        }
       *[no] { GIVEN($variant) ->
            [yes] the variant “{ $variant }” lacks the variable ${ $source }
           *[no] the variable ${ $source } is not in the translation
        }
    }
    .help = use the variables of the source, under their names: the program gives no others
unknown-references = { GIVEN($valueless) ->
        [yes] “{ $name }” has attributes only, and no value to put in
       *[no] there is no “{ $name }” in any language{ GIVEN($nearest) ->
            [yes] {""}; there is “{ $nearest }”
           *[no] {""}
        }
    }
    .help = correct the name, or write what it refers to
untranslated-references = “{ $name }” is there in the source language only
    .help = translate it: readers would see its name in braces
cyclic-references = messages refer to one another in a circle: { $chain }
    .help = write out one of them
missing-plurals = the choice by ${ $variable } lacks forms for { $numbers } and the like: { $forms }
    .help = add a variant for each; the default one can be one of them
lost-plurals = “{ $word }” stands with every ${ $variable }, in the other language there are several forms
    .help = choose the form by the number, or put the number behind the word: “letters: 5”
unreachable-plurals = { GIVEN($before) ->
        [yes] nothing is left for “{ $key }” of ${ $variable }: “{ $before }” comes before it
       *[no] no number is “{ $key }” in this language (variable ${ $variable })
    }
    .help = remove the variant; single numbers have keys such as `[0]`, and they come first
plural-without-number = “{ $key }” does not say ${ $variable }, and { $number } falls there too
    .help = put the number in; for exactly one number there are keys such as `[1]`
variants = { GIVEN($target) ->
        [yes] { GIVEN($source) ->
            [yes] the variant “{ $target }” of ${ $variable } stands where the source has “{ $source }”
           *[no] the source has no variant “{ $target }” of ${ $variable }
        }
       *[no] the variant “{ $source }” of ${ $variable } is not in the translation
    }
    .help = keep the keys of the source: the program gives these words
term-arguments = { GIVEN($argument) ->
        [yes] { GIVEN($value) ->
            [yes] the term “{ $term }” has no variant “{ $value }” by “{ $argument }” (it has: { $keys })
           *[no] the term “{ $term }” does nothing with “{ $argument }”
        }
       *[no] the term “{ $term }” is handed something without a name, which it cannot see
    }
    .help = add the variant to the term, or leave the argument out
functions = the function { $function } is not known
    .help = correct its name, or add it to `[interface.functions]`
function-options = { GIVEN($value) ->
        [yes] the option { $option } of { $function } does not take { $value }
       *[no] { GIVEN($needs) ->
            [yes] the option { $option } of { $function } does nothing without { $needs }
           *[no] { GIVEN($beside) ->
                [yes] the option { $option } of { $function } does nothing beside { $beside }
               *[no] the function { $function } has no option { $option }
            }
        }
    }
    .help = correct it: as it is, it does nothing
rendering = { $wrong ->
        [placeables] the message puts in { $values } things, and the runtime stops at { $limit }
        [function] { $name } fails{ GIVEN($values) ->
            [yes] {" "}with { $values }
           *[no] {""}
        }
        [variable] ${ $name } is unknown where it stands
       *[other] the runtime cannot say the message{ GIVEN($values) ->
            [yes] {" "}with { $values }
           *[no] {""}
        }
    }
    .help = { $wrong ->
        [placeables] divide the message
        [function] give it what it works with: a number or a date
        [variable] put it before the terms: behind them the runtime has forgotten it
       *[other] write the message more simply
    }
changed-terms = the term “{ $term }” has changed in the source since this was translated
    .help = see whether the sentence still agrees with it
message-markup = { GIVEN($target) ->
        [yes] { GIVEN($source) ->
            [yes] { $target } stands where the source has { $source }
           *[no] { $target } is not in the source
        }
       *[no] { $source } of the source is lost
    }
    .help = put the same elements around the same words, with the same `data-l10n-name`
broken-markup = { $why ->
        [not-closed] nothing closes { $found }
        [not-opened] { $found } closes nothing
        [crossed] { $found } closes an element while others inside it are open
        [unended] this tag has no “>”
        [no-semicolon] there is no “;” behind { $found }
       *[unknown] there is no entity { $found }
    }
    .help = { $why ->
        [crossed] close them in the reverse order
        [unended] close the tag
        [no-semicolon] write { $found };
        [unknown] correct its name, or type the character itself
       *[other] add the other tag, or remove this one
    }

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

unclosed-quotes = { $mark } before “{ $words }” opens a quotation that is never closed
    .help = close it where it ends

quote-balance = { GIVEN($other) ->
        [yes] what { $mark } opens is closed by { $other }
       *[no] { GIVEN($nested) ->
            [yes] two quotations begin with { $mark } and only one of them is closed
           *[no] { $mark } closes a quotation that nothing opens
        }
    }
    .help = { GIVEN($pair) ->
        [yes] the marks of this language are { $pair }; if this is meant, ignore it
       *[no] correct the marks; if this is meant, ignore it
    }

bracket-balance = { GIVEN($other) ->
        [yes] the bracket { $mark } is closed by { $other }
       *[no] { GIVEN($words) ->
            [yes] the bracket { $mark } before “{ $words }” is never closed
           *[no] the bracket { $mark } closes what nothing opens
        }
    }
    .help = add the missing bracket, or remove this one

quote-style = “{ $words }” is quoted as { $open } { $close }, not as { $pair }
    .help = write { $pair }, or name the marks in `[checks.quote-style] also`

empty-labels = nothing stands behind the label “{ $label }”
    .help = add what it announces, or remove it; labels are named in `[words]`

lost-values = nothing stands behind “{ $label }”, while the source says “{ $source }”
    .help = add the value

double-spaces = several spaces in a row stand { GIVEN($before) ->
        [yes] behind “{ $before }”{ GIVEN($after) ->
            [yes] { " " }and before “{ $after }”
           *[no] { "" }
        }
       *[no] { GIVEN($after) ->
            [yes] before “{ $after }”
           *[no] here
        }
    }
    .help = { GIVEN($lost) ->
        [yes] something may be missing here: this passage lacks { $lost }, which the other language has
       *[no] something may be missing here; if not, leave one space
    }

characters = { $kind ->
        [private] the character { $shown } means something in one font only
        [direction] the invisible character { $shown } turns the order of letters
       *[control] the control character { $shown } stands in the text
    }
    .help = { $kind ->
        [private] write a word or a picture, or name the character in `[checks.characters] allow`
       *[other] remove it, or name it in `[checks.characters] allow`
    }

mojibake = { GIVEN($meant) ->
        [yes] “{ $meant }” stands here as “{ $shown }”: the text was read in a wrong encoding
       *[no] the sign { $shown } stands for a letter that was lost
    }
    .help = { GIVEN($meant) ->
        [yes] write “{ $meant }”, and see whether the whole file came this way
       *[no] put the letter back
    }

## Typography

hyphen-dashes = a hyphen stands between “{ $before }” and “{ $after }” in the place of a dash
    .help = write { $dash }

double-hyphens = two hyphens stand between “{ $before }” and “{ $after }” in the place of a dash
    .help = write { $dash }

dash-style = this dash is { $dash }; the page writes { $usual } elsewhere (times: { $count })
    .help = write { $usual }

non-breaking-spaces = a line may break between “{ $before }” and “{ $after }” (places in this passage: { $count })
    .help = put non-breaking spaces there

ellipses = this ellipsis is “{ $dots }”; the page writes “{ $usual }” elsewhere (times: { $count })
    .help = write “{ $usual }”

spaces-before-marks = a space stands between “{ $before }” and “{ $mark }”
    .help = remove it

spaces-in-brackets = a space stands between “{ $before }” and “{ $after }”
    .help = remove it

double-stops = two full stops stand behind “{ $word }”
    .help = leave one

percent-spacing = { GIVEN($space) ->
        [yes] this percent sign has no space before it; elsewhere on the page it has one (times: { $count })
       *[no] this percent sign has a space before it; elsewhere on the page it has none (times: { $count })
    }
    .help = set percent signs in one way

yo = “{ $word }” stands beside “{ $other }” on one page (times: { $count })
    .help = write the word in one way

straight-quotes = { GIVEN($curly) ->
        [yes] the mark { $mark } is straight; on this page they are curly (times: { $count })
       *[no] the mark { $mark } is curly; on this page they are straight (times: { $count })
    }
    .help = set quotes and apostrophes in one way

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

## Messages and the program

undefined-messages = no Fluent file of the source language defines the message `{ $id }`
    .help = { GIVEN($nearest) ->
        [yes] perhaps you meant `{ $nearest }`; if not, write the message in every language
       *[no] write the message in every language, or mend its id here; ids that the program makes up itself are named in `used` of `[interface]`
    }
unused-messages = { $kind ->
        [term] the term `{ $id }` is shown nowhere
       *[message] the message `{ $id }` is shown nowhere
    }
    .help = { $kind ->
        [term] remove it in every language
       *[message] remove it in every language; if the program puts its id together, name it in `used` of `[interface]`
    }
