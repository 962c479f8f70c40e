# Образец: всё верно, ошибки — в переводе, если не сказано иное.

-university = { $case ->
   *[nominative] Полярный университет
    [genitive] Полярного университета
}
-faculty = { $case ->
   *[nominative] факультет
    [prepositional] факультете
}
-hotline = «горячая линия»
-prize = премия

good-name = Здравствуйте, { $name }!
good-plural = { $count ->
    [one] { $count } заявка
    [few] { $count } заявки
   *[many] { $count } заявок
}
good-term = Ректор { -university(case: "genitive") }
good-case = Все новости на { -faculty(case: "prepositional") }
good-number = Балл: { NUMBER($score, minimumFractionDigits: 2) }, { DATETIME($date, dateStyle: "long") }
good-attribute =
    .title = О { good-name }

variable-missing = Здравствуйте, { $name }!
variable-extra = Здравствуйте!
variable-renamed = Здравствуйте, { $userName }!
variable-in-variant = { $sex ->
    [female] { $name } написала
   *[male] { $name } написал
}
variable-in-attribute = Заявка
    .title = Заявка номер { $number }

reference-unknown = О вузе
reference-unknown-here = Смотрите { nowhere }
reference-valueless = Смотрите справку
reference-untranslated = Звоните: { -hotline }
reference-circle = Круг
reference-circle-back = И обратно

plural-missing = { $count ->
    [one] { $count } письмо
    [few] { $count } письма
   *[many] { $count } писем
}
plural-missing-here = { $count ->
    [one] { $count } письмо
   *[many] { $count } писем
}
plural-lost = { $count ->
    [one] { $count } письмо
    [few] { $count } письма
   *[many] { $count } писем
}
plural-unreachable = { $count ->
    [one] { $count } письмо
    [few] { $count } письма
   *[many] { $count } писем
}
plural-shadowed = { $count ->
    [one] { $count } письмо
    [few] { $count } письма
   *[many] { $count } писем
}
plural-without-number-here = { $count ->
    [one] одно письмо
    [few] { $count } письма
   *[many] { $count } писем
}
plural-ordinal = { $place } место

variant-lost = { $state ->
    [draft] Черновик
    [sent] Отправлена
   *[accepted] Принята
}
variant-renamed = { $state ->
    [draft] Черновик
   *[accepted] Принята
}

term-variant = Ректор { -university(case: "genitive") }
term-argument = Премия: { -prize }
term-positional = Премия: { -prize }

function-unknown = Открыто { DATETIME($date) }
function-option = Балл: { NUMBER($score, minimumFractionDigits: 2) }
function-value = Доля: { NUMBER($share, style: "percent") }

rendering-function = До десяти страниц
rendering-limit = Сто одна звезда
