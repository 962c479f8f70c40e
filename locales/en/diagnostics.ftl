# What can be wrong: a code, its sentence, and what to do. The codes stand in src/diagnostic.rs.
# A title is one lower-case sentence without a full stop and states facts.
# SIZE() writes bytes for people; GIVEN() tells whether there is a value.

unreadable = this cannot be read: { $reason }
    .help = check the permissions and that the path is right, or add the path to `exclude`
invalid-utf8 = the file is not UTF-8 from byte { $byte } on
    .help = save the file as UTF-8
binary-file = the file has NUL bytes, so it is not text
    .help = add the file to `exclude` if it is no article; if it is UTF-16, save it as UTF-8
too-large = the file takes { SIZE($size) }; the limit is { SIZE($limit) }
    .help = split the article, or add the file to `exclude`
too-many-lines = the file has { $lines } lines; the limit is { $limit }
    .help = split the article, or add the file to `exclude`
long-line = the line takes { SIZE($size) }; the limit is { SIZE($limit) }
    .help = break the line, or add the file to `exclude`
long-passage = the passage takes { SIZE($size) } and was not compared; the limit is { SIZE($limit) }
    .help = break it into paragraphs, or add the file to `exclude`
symbolic-link = a symbolic link to `{ $target }` stands where an article would be, and is not followed
    .help = put the file itself here, or add the link to `exclude`
case-collision = the name differs from `{ $other }` by case only; on Windows and macOS they are one file
    .help = rename one of them
duplicate-file = `{ $other }` is already the { $lang } version of this article
    .help = keep one of the two files, or give their collections different paths
unclosed-front-matter = the front matter has no closing `{ $fence }`
    .help = put `{ $fence }` on a line of its own after the last field
broken-front-matter = the front matter cannot be read: { $reason }
    .help = mend the marked place; quote values that contain `:` or `#`
deep-nesting = quotes and lists stand { $depth } deep in one another; the limit is { $limit }
    .help = make the nesting shallower, or add the file to `exclude`
too-much-markup = there are more than { $limit } marks of markup; from here on, lines are read without them
    .help = split the article, or add the file to `exclude`
broken-message = this Fluent entry cannot be read: { $reason }
    .help = mend the entry; until then it is left out, the rest of the file is read
duplicate-key = the key `{ $key }` stands twice in this file
    .help = rename or remove one of them; only the first counts
empty-file = the file is empty
    .help = write the article, or remove the file
bad-file-name = the name of this file or folder is not UTF-8
    .help = rename it, or add it to `exclude`; such a path can be neither shown nor recorded
bad-languages = { GIVEN($lang) ->
        [yes] the language `{ $lang }` cannot stand here: { $reason }
       *[no] the languages of the project are not complete: { $reason }
    }
    .help = mend `source` and `targets` under `[languages]`
bad-config = `workflow.toml` cannot be read: { $reason }
    .help = mend the marked place; nothing is read from the project until then
broken-review = the record of a review cannot be read: { $reason }
    .help = mend the marked place, or remove the file if the record is not needed
wrong-type = `{ $key }` takes { $expected }, and here is { $found }
    .help = strings are quoted, lists stand in square brackets: `targets = ["en", "de"]`
unknown-key = the key `{ $key }` means nothing here
    .help = { GIVEN($nearest) ->
        [yes] perhaps you meant `{ $nearest }`
       *[no] remove it, or check that it stands in the right table
    }
unknown-check = there is no check `{ $check }`
    .help = { GIVEN($nearest) ->
        [yes] perhaps you meant `{ $nearest }`
       *[no] `sverka checks` lists them
    }
bad-pattern = the path pattern `{ $pattern }` cannot be used: { $reason }{ GIVEN($part) ->
        [yes] {" "}(`{ $part }`)
       *[no] {""}
    }
    .help = { GIVEN($nearest) ->
        [yes] perhaps you meant the variable `{"{"}{ $nearest }{"}"}`
       *[no] patterns are made of `{"{lang}"}`, `{"{slug}"}` and `{"{path}"}`, for example `content/{"{lang}"}/{"{path}"}.md`
    }
bad-glob = the glob `{ $glob }` cannot be read: { $reason }
    .help = write it like `drafts/**` or `*.tmp.md`
empty-collection = no file matches the pattern `{ $pattern }`
    .help = check the path; `sverka init --dry-run` shows what is recognised
unknown-source-language = `{ $key }` names the source language `{ $value }`, in which there is no version of the article
    .help = name a language that the article has, or remove the field
unequal-field = the field `{ $field }` differs: { GIVEN($source) ->
        [yes] `{ $source }`
       *[no] nothing
    } in the source, { GIVEN($target) ->
        [yes] `{ $target }`
       *[no] nothing
    } in the translation
    .help = make the values equal, or take the field out of the fields that must be equal
bad-ignore = “{ $said }” does not say what is ignored and why
    .help = write the check, the fingerprint of the finding (`sverka check --fingerprints` shows it) and a reason; a comment stands between paragraphs, not in one
broken-ignore-list = the list of what is no mistake cannot be read: { $reason }
    .help = mend the marked place; until then nobody can say what is ignored
unused-ignore = there is no finding `{ $check }` { $fingerprint } any more ({ $reason })
    .help = remove the note; if the text was changed on purpose, check the new finding and ignore that one
makes-stale = { $count ->
        [one] this change makes one translation stale
       *[other] this change makes { $count } translations stale
    }
    .help = `sverka diff { $article }` shows what there is to translate; if the meaning is the same: `sverka sync { $article } --lang LANG --unchanged --why REASON`
base-not-moved = the translation was edited, and its base still says what it said before
    .help = when it reflects the source again: `sverka sync { $article } --lang { $lang }`
stray-base = this { $lang } base belongs to no article
    .help = if the article was renamed, move the base after it; if it was removed, remove the base too

## What stands in the way of a bundle

bad-date = `{ $value }` in `{ $field }` is no date
    .help = write `2026-11-23`, or with a time `2026-11-23T10:00+03:00`
bad-flag = `{ $value }` in `{ $field }` is neither true nor false
    .help = write `true` or `false`: the article is not published before that is clear
bad-policy = what is `{ $standing }` cannot be treated so
    .help = choose one of: { $choices }
bad-slug = `{ $slug }` cannot be a part of an address
    .help = letters, figures, hyphens and dots will do; several parts are joined with `/`
broken-slugs = the list of addresses cannot be read: { $reason }
    .help = mend the file or take it back from git: it keeps the addresses of published pages
new-addresses = there are { $lang } addresses that are not written down yet
    .help = run `sverka bundle` without `--locked` and commit the file
changed-while-bundling = the file was changed while the bundle was being made
    .help = run `sverka bundle` again
foreign-file = somebody put this file into the published folder: the next bundle will not have it
    .help = move it into a folder of the project that `[bundle] copy` names
lost-address = the article is gone, and its address `{ $link }` ({ $lang }) leads nowhere now
    .help = if it was renamed, write `aliases: [/{ $link }]` into the front matter of the article as it is called now
address-collision = `{ $path }` is wanted by `{ $other }` too
    .help = give one of them another `slug` or another of its `aliases`, or rename it
not-publishable =
    { $standing ->
        [unreadable] the article cannot be read in { $lang }
       *[other] the { $lang } version is { $standing }, and the policy wants no bundle then
    }
    .help = finish it, or choose another policy: `[bundle.policy] { $standing } = "omit"`
no-address = the address of the site is not known ({ $lang })
    .help = add it to the project file: `[bundle] url = "https://example.org/"`
broken-link = `{ $link }` leads nowhere
    .help = mend the link: there is neither an article nor a file of that name
broken-anchor = there is no heading `{ $link }` leads to
    .help = `sverka check` knows the headings of the page; mend the part behind `#`
link-leads-out = `{ $link }` leads out of the project
    .help = only what is in the project can be published with it
link-to-unpublished = `{ $link }` leads to an article that is not published in this language
    .help = publish it, or let such links lead to the source: `[bundle] links = "source"`
missing-asset = there is no file `{ $link }`
    .help = add the file, or mend its name
no-words =
    { $kind ->
        [missing] the pages have no words for `{ $key }` in { $lang }
        [empty] the words for `{ $key }` are empty in { $lang }
       *[broken] the words for `{ $key }` cannot be said in { $lang }: a value or a function is not known
    }
    .help = write the message in a Fluent file that `[bundle] messages` names
bad-template = the template cannot be used: { $reason }
    .help = mend it, or remove the file to have the template of the program
refused-markup = `{ $found }` was left out of the page
    .help = it could do harm to readers; see `[bundle] raw-html`

## Reasons: their names stand in src/project/reason.rs

reason-not-found = there is no such file or directory
reason-permission-denied = permission denied
reason-not-a-file = it is no ordinary file
reason-bad-path = the path is not allowed or leads outside the project
reason-not-fetched = this clone is partial and does not have what it said; `git fetch --refetch --no-filter` gets it

reason-no-source = the source language, `source`, is missing
reason-no-targets = there is no language in `targets`
reason-source-in-targets = it is the source language, into which nothing is translated
reason-not-a-target = it is not among the project's `targets`
reason-bad-tag = it is no language tag; tags look like `en`, `pt-BR`, `zh-Hant`
reason-duplicate = it stands here twice

reason-duplicate-name = another `[[content]]` table has this name already
reason-no-content = there is no `[[content]]` table
reason-path-and-source = give either `path`, or `source` and `target`, not both
reason-source-without-target = `source` needs a `target` beside it
reason-target-without-source = `target` needs a `source` beside it
reason-no-path = a `[[content]]` table has neither `path` nor `source` and `target`

reason-empty = it is empty
reason-absolute = paths begin at the folder of the project, not at the root of the disk
reason-dots = `.` and `..` are not allowed in the path
reason-empty-part = there is nothing between two slashes or behind the last one
reason-backslash = the parts of a path are separated by `/`, not by `\`
reason-glob = `*` and `?` mean nothing in patterns
reason-unbalanced = a brace is not paired
reason-unknown-variable = there is no such variable
reason-repeated = a variable stands twice
reason-adjacent = two variables touch, so nobody can say where the first one ends
reason-bad-alternative = an alternative in braces is empty or cannot be part of a name
reason-no-lang = it has no `{"{lang}"}` to tell the translations apart
reason-different = its variables are not those of `source`
reason-same = the source and the translation would be the same file
reason-too-long = it is longer than any path
reason-only-lang = it may have `{"{lang}"}` and no other variable

reason-no-group = the expression has no group in parentheses to take an id from
reason-no-files-or-id = a pattern needs both `files` and `id`
reason-bad-function = the name of a function is made of capital letters, figures, `-` and `_`

reason-bad-address = it is no address of the web such as `https://example.org/{"{lang}"}/`
reason-same-address = another language has the same address; put `{"{lang}"}` into it or give each its own
reason-bad-time-zone = it is no distance from Greenwich such as `+03:00`
reason-unknown-form = there is no such form of a bundle

## Types of values in TOML

type-string = a string
type-number = a number
type-boolean = true or false
type-date = a date
type-array = a list
type-object = a table
