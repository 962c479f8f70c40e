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
short-work = { $stale }/{ $total }, { $words } w.
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
status-mechanical = no words changed
status-unreadable = unreadable

## What happened to a segment

change-added = added
change-removed = removed
change-changed = changed
change-moved = moved

## What a change means for the reader

nature-prose = prose
nature-minor = minor edit
nature-structural = structure
nature-mechanical = mechanical

only-spacing = spaces and line breaks
only-markup = markup
only-punctuation = punctuation or case
only-link-target = link target
only-anchor = anchor
only-inline-code = inline code
only-tags = tags
only-number = spelling of numbers
only-code-block = code block
only-metadata = metadata
only-import = import
only-comment = comment
only-moved = place in the text

## The word before a diagnostic and before advice

level-error = error
level-warning = warning
level-info = note
level-help = help
level-key = message
level-ignore = no mistake
ignore-reason = reason
more-lines = { $count ->
    [one] … and { $count } more line
   *[other] … and { $count } more lines
}
more-places = { $count ->
    [one] … and { $count } more place
   *[other] … and { $count } more places
}

## What the checks found

check-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
check-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
check-remarks = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
check-hidden = { $count ->
    [one] { $count } note is not shown: `--level info` shows it
   *[other] { $count } notes are not shown: `--level info` shows them
}
check-stale = { $count ->
    [one] { $count } note about changed passages is not shown: `--level info` shows it
   *[other] { $count } notes about changed passages are not shown: `--level info` shows them
}
check-ignored = { $count ->
    [one] { $count } finding is ignored: someone said why it is no mistake
   *[other] { $count } findings are ignored: someone said why they are no mistakes
}
check-known = { $count ->
    [one] { $count } finding is known from the baseline
   *[other] { $count } findings are known from the baseline
}
check-demoted = `{ $code }` fired on { $share }, so its findings count as notes; set its level in `[checks.{ $code }]`
check-fails = fails because of { $codes }
check-passes = nothing here makes the check fail
check-well = all is well: { $articles }, { $segments }
check-partial = something could not be read, so nobody can say that all is well
check-more = { $count ->
    [one] { $count } more finding has no room here; other forms show everything
   *[other] { $count } more findings have no room here; other forms show everything
}
check-rest = { $count ->
    [one] { $count } more finding is not shown: GitHub shows ten of each level at most
   *[other] { $count } more findings are not shown: GitHub shows ten of each level at most
}
check-title = Translation check
check-articles = Articles
check-no-mistakes = Ignored, and why
check-skip = To the findings
column-level = level
column-count = findings

## Status

column-article = article
column-language = language
column-segments = segments to touch
column-words = words to translate
legend-number = 3 = three segments to touch
to-remove = { $count ->
    [one] { $count } to remove
   *[other] { $count } to remove
}
hidden-current = { $count ->
    [one] { $count } article is current in every language (--all shows it)
   *[other] { $count } articles are current in every language (--all shows them)
}
nothing-found = nothing fits
advice-diff = See what changed: sverka diff { $article } --lang { $lang }
advice-untracked =
    { $count ->
        [one] { $count } translation has no base: nobody has said which text it was made from.
       *[other] { $count } translations have no base: nobody has said which text they were made from.
    }
    Git may remember:
    {"  "}sverka adopt
    If one says what its source says today, record that:
    {"  "}sverka sync ARTICLE --lang LANG
advice-status = Next: sverka status
all-current = Nothing to do: every translation reflects its source.

why-missing = { $article } exists and has no translation into { $lang }; start one with `sverka new`
why-missing-base = but { $base } is there: a translation was made once; it may have been renamed
why-untracked = there is no { $base }: nobody has said which text it was made from
why-current = { $base } equals the source byte for byte
why-accepted = found right as it was on { $date } by { $by }: { $why }
why-stale = { $base } differs from the source
why-orphan = there is no { $path }
why-unreadable = a file of the pair cannot be read, so nothing can be said
why-renamed = the article was { $path } when this base was recorded; `sverka sync` moves it
why-source-renamed = the source was { $path } before; rename the translation too, and it has its base again
why-draft = marked as a draft; `sverka sync` records that it is done
mechanical-too = not to be translated: { $changes } in segments of { $words }
why-mechanical = nothing that a reader reads has changed

## Diff

nothing-stale = nothing is stale
only-layout = only blank lines or the like differ between the base and the source
hidden-mechanical = { $count ->
    [one] { $count } mechanical change is not shown
   *[other] { $count } mechanical changes are not shown
}
was-at-line = was at line { NUMBER($line, useGrouping: 0) }
belongs-after = its translation belongs after { $place }
belongs-first = its translation belongs at the start of { $path }
no-counterpart = no counterpart found in { $path }
translation-at = Translation, { $place }:

## Align

units = { $count ->
    [one] { $count } unit
   *[other] { $count } units
}
one-to-one = { $count } one to one
units-merged = { $count } merged
units-split = { $count } split
units-moved = { $count } moved (⇅)
only-in-source = { $count } only in the source (<)
only-in-target = { $count } only in the translation (>)

## Sync and new

recorded-first = { $path } reflects its source as it is today: { $base } written
recorded = { $count ->
    [one] { $path } reflects { $count } more change of its source: { $base } updated
   *[other] { $path } reflects { $count } more changes of its source: { $base } updated
}
recorded-unchanged = { $path } is still right as it is; the reason is kept: { $base } updated
base-moved = the base moved with its article: { $from } → { $to }
taken-along = taken along, because they cannot be told apart from the chosen ones: { $numbers }
left-to-do = still to do: { $amount }
advice-sync =
    When it is translated: sverka sync { $article } --lang { $lang }
    or some changes only: … --segment 1,3-5
left-mechanical = still to come: mechanical changes only
nothing-written = dry run: nothing was written
already-current = { $article } is current in { $lang } already: nothing to record
still-marked = { $path } still says that it is a draft: remove the mark before publishing
started = { $path } started: { $amount } to translate; { $base } written

## Carry

carried-into = { $count ->
    [one] { $path }: { $count } change carried
   *[other] { $path }: { $count } changes carried
}
carried-there = { $count ->
    [one] { $path }: { $count } change needed no edit: it is there already, or does not concern this language
   *[other] { $path }: { $count } changes needed no edit: they are there already, or do not concern this language
}
carried-in-all = { $count ->
    [one] in all: { $count } change carried, { $left } still pending
   *[other] in all: { $count } changes carried, { $left } still pending
}
nothing-to-carry = there is nothing to carry
advice-write = To make it so: the same command with --write
stay-pending = Still pending:
stay-rules = { $count ->
    [one] { $count } change of punctuation, case or spelling: each language has its own rules for these
   *[other] { $count } changes of punctuation, case or spelling: each language has its own rules for these
}
stay-words = { $count ->
    [one] { $count } change waits for a translator
   *[other] { $count } changes wait for a translator
}
why-words = the words changed
why-no-counterpart = nothing in the translation stands for it
why-not-one-to-one = the translation divides this text otherwise
why-unsure = it is not certain what in the translation stands for it
why-differs = the translation does not have what the source had here: { $value }
why-ambiguous = it is not clear which place of the translation is meant: { $value }
why-among-words = where markup belongs among the words, only who reads them can tell
why-beside-words = it belongs to text beside it that is not translated yet
why-localised = the translation may need another value here: { $value }
why-words-in-code = the code has words to translate
why-tied = it cannot be told apart from other changes
why-unsafe = the translation would be read otherwise

## Adopt

column-translation = translation
column-base = base
column-sure = sure
column-fits = fits
column-stale = status
sure-exact = exact
sure-said = stated
count-of = { $count } of { $total }
count-of-and = { $count } of { $total }, +{ $own }
base-today = today
base-none = none found
adopt-language = { $count ->
    [one] { $lang }: { $count } untracked translation
   *[other] { $lang }: { $count } untracked translations
}
adopt-ready = { $count ->
    [one] { $count } base can be recorded, { $exact } of them exact
   *[other] { $count } bases can be recorded, { $exact } of them exact
}
adopt-recorded = { $count ->
    [one] { $count } base recorded, { $exact } of them exact
   *[other] { $count } bases recorded, { $exact } of them exact
}
adopt-unsure = { $count ->
    [one] { $count } translation stays untracked: less sure than { $least } (marked ?)
   *[other] { $count } translations stay untracked: less sure than { $least } (marked ?)
}
adopt-incomplete = { $count ->
    [one] { $count } translation is fresh by its date, and yet behind:
   *[other] { $count } translations are fresh by their dates, and yet behind:
}
adopt-more = … and { $count } more
lacks-block = all of: { $text }
lacks-figures = the figures { $values }
lacks-code = in code: { $values }
adopt-lacks = The translation lacks of that version:
adopt-settled = The base leaves these out, so that they show as work.
adopt-unsettled = (not left out of the base: it cannot be told apart from what surrounds it)
made-from = made from { $commit } ({ $date }): { $fitting } of { $blocks } blocks fit
made-from-field = made from { $commit } ({ $date }), as its field { $field } says
made-from-given = base { $commit } ({ $date }), as you say: { $fitting } of { $blocks } blocks fit
made-from-today = base: the source of today: { $fitting } of { $blocks } blocks fit
of-the-date = the version of the commit date, { $commit }, fits { $fitting } of { $blocks }
own-blocks = { $count ->
    [one] { $count } block of the translation stands for none of the source
   *[other] { $count } blocks of the translation stand for none of the source
}
commit-says = “{ $subject }”
doubt-no-history = there is no git history here: nothing tells whether the source has changed since
doubt-shallow = the clone is shallow: an older version may fit better
doubt-partial = the clone is partial: versions are missing, and one of them may fit better
doubt-younger = the source is younger than the last edit of the translation
doubt-unknown-commit = the commit that its front matter names is not in this clone
doubt-undated = it is not committed, so nothing tells when it was made, and versions that say different things fit it alike
adopt-done = base recorded
adopt-not-done = nothing recorded: less sure than { $least }, or something speaks against it
nothing-untracked = there are no untracked translations here
has-base = { $path } has a base already
advice-explain = Why a base was chosen: sverka adopt ARTICLE --lang LANG
gap-shallow = this clone is shallow, so older versions of the sources are missing and less can be adopted; `git fetch --unshallow` gets them
gap-partial = this clone is partial, so some versions of the sources are missing and less can be adopted; `git fetch --refetch --no-filter` gets them
no-repository = there is no git history here, so nothing tells what translations were made from; --assume-current takes the sources of today

## Init

file-written = { $path } written
role-source = source
nothing-recognised = no articles in two languages are recognised here; write workflow.toml by hand, for example with path = "articles/{"{slug}"}/{"{lang}"}.md"
language-not-seen = no articles in { $lang } are recognised here
comment-file = What Sverka tracks here.
comment-source = The language that articles are written in, unless their front matter names another one.
comment-targets = The languages that they are translated into.
comment-content =
    Where the articles are. {"{lang}"} stands for a language, {"{slug}"} for one part of a path,
    {"{path}"} for any number of them, {"{md,mdx}"} for alternatives.
comment-languages = Of the targets, only these.
comment-more =
    A collection may also leave files out, say which fields of the front matter are translated,
    and which must be equal in all languages:

## Bundles

column-published = published
column-banner = with a banner
column-instead = source instead
column-omitted = not published
bundle-list =
    { $policy ->
        [banner] { $lang }: { $count ->
            [one] { $count } article is published with a banner
           *[other] { $count } articles are published with a banner
        }
        [source] { $lang }: the source is published in place of { $count ->
            [one] { $count } article
           *[other] { $count } articles
        }
        [fail] { $lang }: { $count ->
            [one] { $count } article is not fit for publication, so nothing is published
           *[other] { $count } articles are not fit for publication, so nothing is published
        }
       *[omit] { $lang }: { $count ->
            [one] { $count } article is not published
           *[other] { $count } articles are not published
        }
    }
bundle-standing =
    { $standing ->
        [untracked] nobody has said what it was made from
        [unapproved] not approved
        [stale] behind its source
        [draft] a draft
        [missing] not translated
        [embargoed] its day has not come
        [expired] its time is over
        [orphan] it has no source
        [held] its release is not complete
        [unreadable] it cannot be read
       *[current] up to date
    }
bundle-waiting =
    { $count ->
        [one] { $count } segment waits
       *[other] { $count } segments wait
    }
bundle-more = and { $count } more; --format json lists them all
bundle-unchanged = Nothing has changed: { $output } is as it should be, { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
bundle-published = Published in { $output }: { $count ->
        [one] { $count } file
       *[other] { $count } files
    }, { SIZE($bytes) }; made anew: { $made }
bundle-refused = Nothing was published: { $count ->
        [one] { $count } error stands in the way
       *[other] { $count } errors stand in the way
    }
bundle-decided = Nothing was written: --dry-run only decides
not-a-time = “{ $value }” is no date: write 2026-11-23, or with a time 2026-11-23T10:00+03:00

## Bundles that are published already

no-bundle = there is no bundle in { $path }
verify-refused = refused: { $path } names files outside of its bundle
verify-link = link: { $path }
verify-changed = changed: { $path }
verify-missing = missing: { $path }
verify-foreign = foreign: { $path }
verify-done = { $files ->
        [one] { $files } file as it should be
       *[other] { $files } files as they should be
    }, { $bundles ->
        [one] { $bundles } bundle
       *[other] { $bundles } bundles
    }
rolled-back = { $path }: the previous bundle is published again ({ $digest })
previous-damaged = the previous bundle is not what it was when it was published: `sverka bundle --verify { $path }` says where; nothing was changed
