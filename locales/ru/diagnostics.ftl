# Что бывает не так: код, фраза и что делать. Коды стоят в src/diagnostic.rs.
# Заголовок — одна фраза со строчной буквы и без точки; в ней только факты.
# SIZE() пишет байты по-человечески, GIVEN() узнаёт, есть ли значение.

unreadable = прочитать не удалось: { $reason }
    .help = проверьте права доступа и путь или внесите его в `exclude`
invalid-utf8 = файл не в UTF-8 начиная с байта { $byte }
    .help = сохраните файл в кодировке UTF-8
binary-file = в файле есть нулевые байты — это не текст
    .help = если это не статья, внесите файл в `exclude`; если это UTF-16, сохраните его в UTF-8
too-large = файл занимает { SIZE($size) } при пределе { SIZE($limit) }
    .help = разделите статью или внесите файл в `exclude`
too-many-lines = строк в файле — { $lines } при пределе { $limit }
    .help = разделите статью или внесите файл в `exclude`
long-line = строка занимает { SIZE($size) } при пределе { SIZE($limit) }
    .help = разбейте строку или внесите файл в `exclude`
long-passage = кусок текста занимает { SIZE($size) }, его не сравнивали; предел — { SIZE($limit) }
    .help = разбейте его на абзацы или добавьте файл в `exclude`
symbolic-link = на месте статьи стоит символическая ссылка на «{ $target }»; по ссылкам программа не ходит
    .help = положите сюда сам файл или внесите ссылку в `exclude`
case-collision = имя отличается от «{ $other }» только регистром букв: в Windows и macOS это один файл
    .help = переименуйте один из них
duplicate-file = у этой статьи уже есть версия на языке { $lang }: «{ $other }»
    .help = оставьте один из двух файлов или разведите пути их коллекций
unclosed-front-matter = у шапки статьи нет закрывающей строки `{ $fence }`
    .help = поставьте `{ $fence }` отдельной строкой после последнего поля
broken-front-matter = шапку статьи прочитать не удалось: { $reason }
    .help = исправьте отмеченное место; значения с `:` или `#` берите в кавычки
deep-nesting = глубина вложенности цитат и списков — { $depth } при пределе { $limit }
    .help = уменьшите вложенность или внесите файл в `exclude`
too-much-markup = знаков разметки больше предела ({ $limit }); дальше строки прочитаны без неё
    .help = разделите статью или внесите файл в `exclude`
broken-message = сообщение Fluent прочитать не удалось: { $reason }
    .help = исправьте его; пока оно пропущено, остальной файл прочитан
duplicate-key = ключ «{ $key }» встречается в файле дважды
    .help = переименуйте или удалите один из них: учитывается только первый
empty-file = файл пуст
    .help = напишите статью или удалите файл
bad-file-name = имя файла или папки записано не в UTF-8
    .help = переименуйте или внесите в `exclude`: такой путь нельзя ни показать, ни записать
bad-languages = { GIVEN($lang) ->
        [yes] с языком «{ $lang }» что-то не так: { $reason }
       *[no] языки проекта указаны не полностью: { $reason }
    }
    .help = исправьте `source` и `targets` в разделе `[languages]`
bad-config = прочитать `workflow.toml` не удалось: { $reason }
    .help = исправьте отмеченное место: до этого проект не открыть
broken-review = запись о проверке перевода прочитать не удалось: { $reason }
    .help = исправьте отмеченное место; если запись не нужна, удалите файл
wrong-type = в значении ключа «{ $key }» ожидается { $expected }, а стоит { $found }
    .help = строки пишут в кавычках, списки — в квадратных скобках: `targets = ["en", "de"]`
unknown-key = ключ «{ $key }» здесь ничего не значит
    .help = { GIVEN($nearest) ->
        [yes] возможно, имелся в виду «{ $nearest }»
       *[no] удалите его или проверьте, в том ли разделе он стоит
    }
unknown-check = проверки `{ $check }` нет
    .help = { GIVEN($nearest) ->
        [yes] возможно, имелась в виду `{ $nearest }`
       *[no] список показывает `sverka checks`
    }
bad-pattern = шаблон пути «{ $pattern }» не годится: { $reason }{ GIVEN($part) ->
        [yes] {" "}(«{ $part }»)
       *[no] {""}
    }
    .help = { GIVEN($nearest) ->
        [yes] возможно, имелась в виду переменная `{"{"}{ $nearest }{"}"}`
       *[no] шаблон составляют из `{"{lang}"}`, `{"{slug}"}` и `{"{path}"}`, например `content/{"{lang}"}/{"{path}"}.md`
    }
bad-glob = маску «{ $glob }» прочитать не удалось: { $reason }
    .help = пишите её так: `drafts/**` или `*.tmp.md`
empty-collection = шаблону «{ $pattern }» не соответствует ни один файл
    .help = проверьте путь; `sverka init --dry-run` покажет, что удаётся распознать
unknown-source-language = поле «{ $key }» называет языком оригинала { $value }, но версии на этом языке у статьи нет
    .help = укажите язык, на котором статья есть, или удалите поле
unequal-field = поле «{ $field }» различается: { GIVEN($source) ->
        [yes] в оригинале «{ $source }»
       *[no] в оригинале его нет
    }, { GIVEN($target) ->
        [yes] в переводе «{ $target }»
       *[no] в переводе его нет
    }
    .help = сделайте значения одинаковыми или уберите поле из тех, что обязаны совпадать
bad-ignore = «{ $said }» не говорит, что и почему пропустить
    .help = напишите проверку, отпечаток находки (его показывает `sverka check --fingerprints`) и причину; комментарий стоит между абзацами, а не внутри
broken-ignore-list = список того, что не ошибка, не читается: { $reason }
    .help = исправьте отмеченное место: до тех пор неизвестно, что пропускать
unused-ignore = находки `{ $check }` { $fingerprint } больше нет ({ $reason })
    .help = уберите пометку; если текст изменили намеренно, посмотрите новую находку и пометьте её
makes-stale = { $count ->
        [one] из-за этой правки устарел { $count } перевод
        [few] из-за этой правки устарели { $count } перевода
       *[many] из-за этой правки устарели { $count } переводов
    }
    .help = что переводить, покажет `sverka diff { $article }`; если смысл прежний: `sverka sync { $article } --lang ЯЗЫК --unchanged --why ПРИЧИНА`
base-not-moved = перевод изменили, а его база прежняя
    .help = когда перевод снова отвечает исходному тексту: `sverka sync { $article } --lang { $lang }`
stray-base = эта база (язык { $lang }) не относится ни к одной статье
    .help = если статью переименовали, переместите базу вслед за ней; если удалили, удалите и базу

## Причины: имена стоят в src/project/reason.rs

reason-not-found = такого файла или папки нет
reason-permission-denied = нет прав доступа
reason-not-a-file = это не обычный файл
reason-bad-path = путь недопустим или ведёт за пределы проекта
reason-not-fetched = в этом клоне (partial) нет того, что в нём было; это получит `git fetch --refetch --no-filter`

reason-no-source = не задан язык оригинала, `source`
reason-no-targets = в `targets` нет ни одного языка
reason-source-in-targets = это язык оригинала, на него не переводят
reason-not-a-target = его нет среди языков перевода, `targets`
reason-bad-tag = это не языковой тег; теги выглядят так: `en`, `pt-BR`, `zh-Hant`
reason-duplicate = он указан дважды

reason-duplicate-name = это имя уже носит другой раздел `[[content]]`
reason-no-content = нет ни одного раздела `[[content]]`
reason-path-and-source = указывают либо `path`, либо `source` и `target`, но не всё сразу
reason-source-without-target = вместе с `source` нужен `target`
reason-target-without-source = вместе с `target` нужен `source`
reason-no-path = в разделе `[[content]]` нет ни `path`, ни пары `source` и `target`

reason-empty = он пуст
reason-absolute = путь отсчитывают от папки проекта, а не от корня диска
reason-dots = `.` и `..` в пути не допускаются
reason-empty-part = между косыми чертами или после последней из них пусто
reason-backslash = части пути разделяет `/`, а не `\`
reason-glob = `*` и `?` в шаблонах не действуют
reason-unbalanced = у фигурной скобки нет пары
reason-unknown-variable = такой переменной нет
reason-repeated = переменная встречается дважды
reason-adjacent = переменные стоят вплотную, и где кончается первая, не понять
reason-bad-alternative = вариант в фигурных скобках пуст или не может быть частью имени
reason-no-lang = в нём нет `{"{lang}"}`, и переводы не отличить друг от друга
reason-different = переменные в нём не те же, что в `source`
reason-same = оригинал и перевод оказались бы одним файлом
reason-too-long = он длиннее любого пути
reason-only-lang = здесь возможна переменная `{"{lang}"}` и никакая другая

reason-no-group = в выражении нет группы в скобках, из которой взять идентификатор
reason-no-files-or-id = образцу нужны и `files`, и `id`
reason-bad-function = имя функции состоит из заглавных латинских букв, цифр, `-` и `_`

## Типы значений в TOML

type-string = строка
type-number = число
type-boolean = логическое значение
type-date = дата
type-array = список
type-object = таблица
