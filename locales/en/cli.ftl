# Help. `help` is the program, `help-COMMAND` a command, `help-COMMAND-ARGUMENT` its argument,
# `help-global-ARGUMENT` what every command takes. `.long` is added by --help, `.value` names a
# value, `.examples` come last. Imperative, no full stop.

help = Track, compare and check the translations of a site's articles
    .long =
        Track, compare and check the translations of a site's articles.

        Every translation has a base: a copy of the source text that it was made from.
        What differs between the base and the source is what is left to translate.
    .examples =
        sverka init                      set up a project in this folder
        sverka status                    what is missing, what is stale
        sverka diff guide --lang ru      what changed since it was translated
        sverka sync guide --lang ru      the translation has caught up

help-global-ui-lang = Speak this language
    .value = LANG
help-global-color = Use colours
    .value = WHEN
help-global-directory = Run as if started in this directory
    .value = DIR
help-global-quiet = Print only what was asked for: no remarks, no progress
help-global-help = Show help; with -h, the short one
help-global-version = Show the version

help-init = Set up a project: look at the tree and write workflow.toml
    .long =
        Look at the tree, recognise where the articles and their translations are, and write
        a commented workflow.toml. Nothing is ever overwritten.
    .examples =
        sverka init --dry-run
        sverka init --source ru --target en --target de
help-init-source = Language that the articles are written in
    .value = LANG
help-init-target = Language that they are translated into; may be repeated
    .value = LANG
help-init-dry-run = Show the file, write nothing

help-status = Show which translations are missing or stale
    .long =
        Show a table of articles and languages: what is missing, what is stale and by how much.
        In a large project, articles that are current in every language are shown only with --all.
        With one article, explain: which base, which segments, which rule decided.
    .examples =
        sverka status
        sverka status --lang ru --status stale
        sverka status --path 'guide/**' --format json
        sverka status guide/install
help-status-article = Articles to show: a name, or the path of any of its files
    .value = ARTICLE
help-status-lang = Only this target language; may be repeated
    .value = LANG
help-status-status = Only translations with this status; may be repeated
    .value = STATUS
help-status-path = Only articles whose path matches; may be repeated
    .value = GLOB
help-status-format = Print in this format
    .value = FORMAT
help-status-all = Show current articles too

help-diff = Show what changed in the source since it was translated
    .long =
        For every changed segment, show its old and new source with the changed words marked
        and, under them, the present translation with its file and line.
    .examples =
        sverka diff guide/install --lang ru
        sverka diff --prose
        sverka diff guide/install --lang ru --format unified
help-diff-article = Article to show; all stale ones by default
    .value = ARTICLE
help-diff-lang = Only this target language; may be repeated
    .value = LANG
help-diff-full = Show the whole article, not only what changed
help-diff-prose = Show only what a reader will notice, no mechanical changes
help-diff-format = Print in this format
    .value = FORMAT
help-diff-no-pager = Do not page the output

help-sync = Record that a translation reflects the source
    .long =
        Move the base forward: the translation now reflects the source, wholly or in the chosen
        segments. With --unchanged, record that the source changed and the translation is still
        right as it is.
    .examples =
        sverka sync guide/install --lang ru
        sverka sync guide/install --lang ru --segment 3,5-7
        sverka sync guide/install --lang ru --unchanged --why "only the English wording"
help-sync-article = Articles to record: names, or paths of any of their files
    .value = ARTICLE
help-sync-lang = Target language
    .value = LANG
help-sync-segment = Only these changes: numbers as `sverka diff` shows them, or a key
    .value = N,N-M|KEY
help-sync-unchanged = Accept the translation as it is; needs --why
help-sync-why = Why the translation may stay as it is
    .value = TEXT
help-sync-by = Who says so; by default the name that git knows
    .value = NAME
help-sync-dry-run = Show what would be recorded, write nothing

help-adopt = Find out what existing translations were made from
    .long =
        Look through the git history for the version of its source that each untracked
        translation fits best, and propose it as its base, with how sure that is and how much is
        stale against it. What a translation lacks of that version is left out of the base, so
        that it shows as work. Without --write nothing is recorded.
    .examples =
        sverka adopt                            what would be recorded
        sverka adopt --write                    record it
        sverka adopt guide/install --lang ru    why, in detail
        sverka adopt guide/install --lang ru --base v2.0 --write
help-adopt-article = Articles to adopt: names, or paths of any of their files; all by default
    .value = ARTICLE
help-adopt-lang = Only this target language; may be repeated
    .value = LANG
help-adopt-write = Record the bases instead of only showing them
help-adopt-min-confidence = Record only what is at least so sure, from 0 to 1
    .value = NUMBER
help-adopt-assume-current = Take the source of today as the base: you know that all is up to date
help-adopt-base = Take what the source said in this commit as the base
    .value = REVISION
help-adopt-format = Print in this format
    .value = FORMAT

help-carry = Carry changes that need no translator into the translation
    .long =
        Make the mechanical changes of the source in the translation itself: link targets, code,
        tags, fields that are not translated, sections that moved; and take them into the base.
        No word of the translation changes. Where a place is not certain, or the translation
        differs on purpose, the change stays pending and it is said why. Without --write, only
        show what would change.
    .examples =
        sverka carry guide/install --lang ru
        sverka carry guide/install --lang ru --write
        sverka carry --all --write
help-carry-article = Articles to carry into: names, or paths of any of their files
    .value = ARTICLE
help-carry-lang = Target language; may be repeated
    .value = LANG
help-carry-all = All stale translations
help-carry-write = Write translations and bases instead of only showing them
help-carry-format = Print in this format
    .value = FORMAT

help-new = Start a translation: a draft with the source's structure
    .long =
        Create the file of a translation: the source's structure and the fields that are not
        translated, marked as a draft. Nothing is ever overwritten.
    .examples =
        sverka new guide/install --lang ru
help-new-article = Article to translate
    .value = ARTICLE
help-new-lang = Language to translate into
    .value = LANG
help-new-dry-run = Show the draft, write nothing

help-check = Check that both versions say the same, and whether they may go out
    .long =
        Look at every article in all its languages: translations that are missing or stale, figures,
        dates, links and names that differ, words left in the other language, slips of the pen. The
        exit code is 0 if the policy of workflow.toml is met, 1 if not, and 2 if something could not
        be looked at.

        Files of no project are checked too: one by one with the checks that need one language, or
        two files in two languages as a page and its translation.
    .examples =
        sverka check
        sverka check articles/grant --level info
        sverka check --since origin/main --format github
        sverka check --lang en public/en/index.html
        sverka check guide.ru.md guide.en.md
help-check-article = Articles or files to check: a name, or the path of any file
    .value = ARTICLE
help-check-lang = Only findings in this language; of a file outside a project, its language
    .value = LANG
help-check-only = Only these checks, separated by commas
    .value = CHECK
help-check-skip = All but these checks, separated by commas
    .value = CHECK
help-check-level = Show findings from this level on; what fails is always shown
    .value = LEVEL
help-check-since = Only articles touched since this revision, and only what got worse
    .value = REVISION
help-check-baseline = Leave out the findings that this file knows
    .value = FILE
help-check-update-baseline = Write that file: all findings of today if it does not exist, else take out what is mended
help-check-fix = Put right what is safe to put right: white space
help-check-fingerprints = Show with each finding the note that says it is no mistake
help-check-list-ignored = Show what is ignored, and why
help-check-format = Print in this format
    .value = FORMAT
help-check-output = Write that format to this file, and print for people
    .value = FILE

help-checks = List the checks, and how much their findings count here
    .examples =
        sverka checks
        sverka checks --format json
help-checks-format = Print in this format
    .value = FORMAT

help-explain = Say what a check compares, with examples
    .examples =
        sverka explain figures
        sverka explain stale --no-pager
help-explain-code = Name of the check, as it stands behind a finding
    .value = CHECK
help-explain-no-pager = Do not page the output

help-ignore = Say that a finding is no mistake, and why
    .long =
        Write findings down in .sverka/ignore.toml, so that they are not shown again. A finding is
        named by its fingerprint, which `sverka check --fingerprints` shows; it changes with either
        text, and the note then says that it is not needed any more. The same can be said in the
        article itself, in a comment.
    .examples =
        sverka ignore 1a2b3c4d --reason "the source rounds"
help-ignore-fingerprint = Fingerprint of a finding, eight digits or more
    .value = FINGERPRINT
help-ignore-reason = Why it is no mistake
    .value = TEXT
help-ignore-article = Look for it in this article only; may be repeated
    .value = ARTICLE

help-review = List the translations that wait for an editor
    .long =
        List the translations that reflect the source of today and that nobody has approved as they
        stand. An approval speaks of the texts that were read: any edit undoes it.
    .examples =
        sverka review
        sverka review --lang en --format json
help-review-article = Articles to list: a name, or the path of any of their files
    .value = ARTICLE
help-review-lang = Only this target language; may be repeated
    .value = LANG
help-review-format = Print in this format
    .value = FORMAT

help-approve = Say that an editor has read a translation beside its source
    .long =
        Record who approved the translation, when, and the texts it speaks of, under .sverka/review/.
        Any edit of the base or of the translation undoes it. Only a translation that reflects the
        source of today can be approved.
    .examples =
        sverka approve articles/grant --lang en
        sverka approve grant --lang en --by "A. Editor" --note "figures checked by phone"
        sverka approve grant --lang en --revoke
help-approve-article = Articles to approve: a name, or the path of any of their files
    .value = ARTICLE
help-approve-lang = Language of the translation
    .value = LANG
help-approve-by = Who approves; by default the name that git puts on commits
    .value = NAME
help-approve-note = What else there is to say
    .value = TEXT
help-approve-revoke = Take an approval back

help-align = Show any two files side by side: what translates what
    .long =
        Show which blocks of one file translate which blocks of the other: Markdown, MDX or Fluent,
        inside a project or not. What has no counterpart is marked, and how sure the rest is where
        it is not.

        With --format tsv, each unit is a line of four columns: lines of the source, lines of the
        translation, confidence from 0 to 1, kind. Lines are counted from 1, as `5-7`; blocks of one
        unit stand with commas between them, and `-` means none.
    .examples =
        sverka align docs/en/guide.md docs/ru/guide.md
        sverka align README.md README.ru.md --format tsv
        sverka align old.ftl new.ftl --from en --to pt-BR --format json
help-align-source = Source file
    .value = SOURCE
help-align-target = Its translation
    .value = TARGET
help-align-from = Language of the source; by default the one its path names, else by its letters
    .value = LANG
help-align-to = Language of the translation; found in the same way
    .value = LANG
help-align-format = Print in this format
    .value = FORMAT
help-align-no-pager = Do not page the output

help-help = Show the help of the program or of a command
help-help-command = Command to explain
    .value = COMMAND

## The frame of the help

heading-usage = Usage
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options
heading-global = Options of every command
heading-examples = Examples
place-options = OPTIONS
place-command = COMMAND
possible-values = possible values: { $values }
default-value = default: { $value }

## What can be wrong on the command line

unknown-argument = there is no argument `{ $argument }` here
extra-argument = `{ $argument }` is one argument too many
unknown-command = there is no command `{ $command }`
missing-command = no command is given
missing-arguments = { $count ->
    [one] a required argument is missing
   *[other] required arguments are missing
}
missing-value = `{ $argument }` needs a value
invalid-value = `{ $value }` is no value for `{ $argument }`
not-a-language = it takes a language tag, such as `ru` or `pt-BR`
not-a-glob = it takes a glob, such as `guide/**`
not-segments = it takes numbers, such as `3` or `5-7`, or a key
not-a-share = it takes a number from 0 to 1, such as `0.9`
given-twice = `{ $argument }` is given twice
conflict = `{ $argument }` and `{ $other }` exclude each other
too-many-values = `{ $value }` is one value too many for `{ $argument }`
wrong-number-of-values = { $expected ->
    [one] `{ $argument }` needs { $expected } value and got { $actual }
   *[other] `{ $argument }` needs { $expected } values and got { $actual }
}
did-you-mean = perhaps you meant `{ $right }`
as-value = to pass `{ $value }` as a value, write `-- { $value }`
try-help = See `{ $command }` for more
no-directory = there is no directory `{ $path }`
no-project = there is no workflow.toml in { $path } or any folder above; `sverka init` writes one
locked = another run has held { $path } for { $seconds } s; try again when it has ended
locked-now = another run holds { $path }; try again when it has ended
already-exists = { $path } exists already and is left as it is
changed-meanwhile = { $path } has changed meanwhile and is left as it is; run the command again
is-link = { $path } is a symbolic link; links are not followed
not-a-file = { $path } is no regular file
not-a-folder = { $path } is no folder
foreign-folder = the folder { $path } is not empty and was not made by this program; it is left as it is, a bundle needs a new or an empty one
protected-folder = { $path } is the folder of the project, one above it or one of records; a bundle needs another
no-previous-bundle = there is no previous bundle of { $path } to bring back
unportable-name = not every system takes the name `{ $path }`: a sign in it, a dot or a space at its end, its length, or it is a device of Windows
same-path = `{ $path }` and `{ $other }` are one file on many disks; they need different names
outside-project = `{ $path }` is no path inside the project
file-error = { $path }: { $reason }
history-broken = the git history in { $path } cannot be read: { $reason }
history-format = the repository { $path } keeps its branches as `{ $format }`, which cannot be read; `git refs migrate --ref-format=files` changes that
unknown-revision = `{ $revision }` names no commit of this repository, or more than one
base-needs-history = --base names a commit, and there is no git history here
not-in-revision = { $path } did not exist in { $revision }, or is not in this clone
failed = { $reason }
more-diagnostics = { $count ->
    [one] … and { $count } more (--format json has them all)
   *[other] … and { $count } more (--format json has them all)
}
no-article = there is no article `{ $article }`{ GIVEN($nearest) ->
    [yes] ; perhaps you meant `{ $nearest }`
   *[no] {""}
}
ambiguous-article = `{ $article }` may be any of these: { $names }
unknown-language = the project has no language { $lang }, only { $languages }
not-a-target = { $article } is not translated into { $lang }; see `targets` and `languages` in workflow.toml
no-translation-yet = { $article } has no translation into { $lang } yet: there is no { $path }
no-source = { $path } has no source to compare with
cannot-read = { $path } or its source cannot be read
nothing-to-accept = the source of { $article } has not changed since, so there is nothing to accept; leave --unchanged out
base-exists = { $base } is there already: the translation may have been renamed or deleted; give it its name back, or delete the base
segments-of-one = --segment chooses among the changes of one article; name just one
nothing-to-choose = { $article } has no changes to choose from; leave --segment out
no-such-change = there is no change { NUMBER($number, useGrouping: 0) }: { $count ->
    [one] there is { $count } change
   *[other] there are { $count } changes
}
no-change-of-key = no change has the key `{ $key }`
write-failed = the output cannot be written: { $reason }
unknown-check-name = there is no check `{ $check }`{ GIVEN($nearest) ->
        [yes] {"; "}perhaps you meant `{ $nearest }`
       *[no] {"; "}`sverka checks` lists them
    }
nothing-mended = there was nothing to put right
mended = { $count ->
    [one] white space was put right in one place
   *[other] white space was put right in { $count } places
}
since-needs-history = --since compares with a commit, and there is no git history here
revision-not-fetched = `{ $revision }` names no commit of this clone, which is shallow: `git fetch --unshallow` gets the rest of the history
revision-not-whole = this clone is partial and does not have all folders of { $revision }: `git fetch --refetch --no-filter` gets them
new-rules = workflow.toml has changed since that revision, so every article is looked at
files-have-no-past = --since and --baseline are for articles of a project, and these are files outside
bad-baseline = { $path } is no baseline: { $reason }
no-baseline = there is no { $path }; `--update-baseline` makes it, with all findings of today
baseline-not-written = { $path } stays as it is: something could not be read, and would be taken for mended
baseline-written = { $count ->
    [one] { $path } written: it knows one finding
   *[other] { $path } written: it knows { $count } findings
}
advice-explain-check = What a check compares, with examples: sverka explain CHECK
cannot-approve = { $path } does not reflect the source of today, so it cannot be approved; first: sverka sync { $article } --lang { $lang }
approved = { $article }: { $lang } approved by { $by }
approval-revoked = { $article }: { $lang } is not approved any more
changed-since-approval = changed since it was approved
never-approved = never approved
nothing-waits = Nothing waits for an editor.
advice-approve = To approve: sverka approve { $article } --lang { $lang }
ignore-needs-reason = a reason is needed: whoever reads the note later has only that
no-finding = there is no finding with the fingerprint { $fingerprint }; `sverka check --fingerprints --level info` shows them
ignored-findings = { $count ->
    [one] one finding is written down in { $path }
   *[other] { $count } findings are written down in { $path }
}

help-bundle = Assemble every language, ready to publish
    .long =
        Decide for each article and language whether it is published, by the policy of the project
        file, and assemble a bundle of each language: a whole site, the Markdown for another site
        generator, or data for a program. Banners, alternates, sitemaps, feeds and links follow
        from the one decision. Everything is written beside the published folder and put in its
        place at once; where something is wrong, what is published stays as it is.
    .examples =
        sverka bundle                          publish in the folder that workflow.toml names
        sverka bundle --dry-run                what would be published, and why
        sverka bundle --now 2026-12-01         as if that day had come
        sverka bundle --as json --output api   data for a program
        sverka bundle --archive tar.zst        one archive for each language
help-bundle-form = What to assemble; by default what the project file says, or a site
    .value = FORM
help-bundle-archive = Pack each language into an archive
    .value = FORMAT
help-bundle-output = Publish in this folder
    .value = DIR
help-bundle-now = Take this for the time: a date, or a date and a time
    .value = TIME
help-bundle-locked = Refuse if an article would get a new address
help-bundle-dry-run = Decide only, and write nothing
help-bundle-verify = Compare the bundles in this folder with their manifests, and do nothing else
    .value = DIR
help-bundle-rollback = Publish the previous bundle again
help-bundle-format = Print in this format
    .value = FORMAT
