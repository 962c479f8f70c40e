# What the checks find: a code, its sentence, and what to do. The codes stand in src/checks/.
# A title is one lower-case sentence without a full stop and states facts.

## Files and history

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
