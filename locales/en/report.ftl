## Counts

words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
segments = { $count ->
    [one] { $count } segment
   *[other] { $count } segments
}
articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
segments-of = { $total ->
    [one] { $stale } of { $total } segment
   *[other] { $stale } of { $total } segments
}

## How a translation stands

status-missing = missing
status-untracked = untracked
status-stale = stale
status-current = current
status-orphan = orphan
status-draft = draft

## What happened to a segment

change-added = added
change-removed = removed
change-changed = changed
change-moved = moved

## What a change means for the reader

nature-prose = prose
nature-minor = minor edit
nature-mechanical = mechanical

only-spacing = spaces and line breaks
only-markup = markup
only-punctuation = punctuation
only-link-target = link target
only-anchor = anchor
only-inline-code = inline code
only-tags = tags
only-number = spelling of numbers
only-code-block = code block
only-metadata = metadata
only-import = import
only-moved = place in the text

## The word before a diagnostic and before advice

level-error = error
level-warning = warning
level-info = note
level-help = help
