# What the checks find: a code, its sentence, and what to do. The codes stand in src/checks/.
# A title is one lower-case sentence without a full stop and states facts.

## Files and history

## What is no translation

## Figures and dates

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

## Letters and words

repeated-words = “{ $word }” stands twice in a row
    .help = remove one of them, or name the word in `[checks.repeated-words] words`

## Names and terms

## Quotes, spaces, labels

## Typography

## Articles and the site
