# One defect in each message whose name does not begin with "good".

-university = { $form ->
   *[short] the Polar University
    [full] the Polar State University
}
-faculty = { $case ->
   *[subjective] faculty
    [possessive] faculty’s
}
-prize = prize

good-name = Hello, { $name }!
good-plural = { $count ->
    [one] one entry
   *[other] { $count } entries
}
good-term = The rector of { -university(form: "full") }
good-case = All of the { -faculty(case: "possessive") } news
good-number = Score: { NUMBER($score, minimumFractionDigits: 2) }, { DATETIME($date, dateStyle: "long") }
good-attribute =
    .title = About { good-name }

variable-missing = Hello!
variable-extra = Hello, { $name }!
variable-renamed = Hello, { $username }!
variable-in-variant = { $sex ->
    [female] She has written
   *[male] { $name } has written
}
variable-in-attribute = Entry
    .title = An entry

reference-unknown = About { -univercity }
reference-unknown-here = See { nowhere }
reference-valueless = See { good-attribute }
reference-untranslated = Call { -hotline }
reference-circle = A circle { reference-circle-back }
reference-circle-back = And back { reference-circle }

plural-missing = { $count ->
    [0] no letters
   *[one] { $count } letter
}
plural-missing-here = { $count ->
    [one] { $count } letter
   *[other] { $count } letters
}
plural-lost = { $count } letters
plural-unreachable = { $count ->
    [one] { $count } letter
    [few] { $count } letters
   *[other] { $count } letters
}
plural-shadowed = { $count ->
    [1] a letter
    [one] { $count } letter
   *[other] { $count } letters
}
plural-without-number-here = { $count ->
    [one] one letter
   *[other] { $count } letters
}
plural-ordinal = { NUMBER($place, type: "ordinal") ->
    [one] { $place }st place
    [two] { $place }nd place
   *[other] { $place }th place
}

variant-lost = { $state ->
    [draft] Draft
   *[accepted] Accepted
}
variant-renamed = { $state ->
    [rough] Draft
   *[accepted] Accepted
}

term-variant = The rector of { -university(form: "long") }
term-argument = The { -prize(form: "short") }
term-positional = The { -prize("short") }

function-unknown = Open since { DATE($date) }
function-option = Score: { NUMBER($score, digits: 2) }
function-value = Share: { NUMBER($share, style: "percents") }

rendering-function = Up to { NUMBER("ten") } pages
rendering-limit = { "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }{ "*" }
