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
long-line = the line takes { SIZE($size) }; the limit is { SIZE($limit) }
    .help = break the line, or add the file to `exclude`
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
broken-message = this Fluent entry cannot be read: { $reason }
    .help = mend the entry; until then it is left out, the rest of the file is read
duplicate-key = the key `{ $key }` stands twice in this file
    .help = rename or remove one of them; only the first counts
empty-file = the file is empty
    .help = write the article, or remove the file
bad-languages = the languages make no sense together: { $reason }
    .help = mend `source` and `targets` under `[languages]`
bad-config = `workflow.toml` cannot be read: { $reason }
    .help = mend the marked place; nothing is read from the project until then
unknown-key = the key `{ $key }` means nothing here
    .help = { GIVEN($nearest) ->
        [yes] perhaps you meant `{ $nearest }`
       *[no] remove it, or check that it stands in the right table
    }
bad-pattern = the path pattern `{ $pattern }` cannot be used: { $reason }
    .help = patterns are made of `{"{lang}"}`, `{"{slug}"}` and `{"{path}"}`, for example `content/{"{lang}"}/{"{path}"}.md`
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
stray-base = this { $lang } base belongs to no article
    .help = if the article was renamed, move the base after it; if it was removed, remove the base too

## Reasons that systems and parsers give, by name

reason-not-found = there is no such file or directory
reason-permission-denied = permission denied
reason-not-a-directory = not a directory
reason-is-a-directory = it is a directory
reason-link-loop = the symbolic links form a loop
reason-outside-project = it lies outside the project
