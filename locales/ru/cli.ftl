# Справка. `help` — сама программа, `help-КОМАНДА` — команда, `help-КОМАНДА-АРГУМЕНТ` — её аргумент,
# `help-global-АРГУМЕНТ` — то, что принимают все команды. `.long` показывает --help, `.value` называет
# значение, `.examples` стоят в конце. Без точки в конце.

help = Следит за переводами статей: сравнивает и проверяет
    .long =
        Следит за переводами статей сайта: сравнивает и проверяет.

        У каждого перевода есть база — копия того текста, с которого его делали.
        Разница между базой и оригиналом — это и есть то, что осталось перевести.
    .examples =
        sverka init                      завести проект в этой папке
        sverka status                    чего нет и что устарело
        sverka diff guide --lang ru      что изменилось с тех пор, как переводили
        sverka sync guide --lang ru      перевод догнал оригинал

help-global-ui-lang = На каком языке говорить
    .value = ЯЗЫК
help-global-color = Выделять ли цветом
    .value = КОГДА
help-global-directory = Работать так, словно запуск был из этой папки
    .value = ПАПКА
help-global-quiet = Выводить только то, о чём спросили: без замечаний и хода работы
help-global-help = Показать справку; -h — краткую
help-global-version = Показать версию

help-init = Завести проект: осмотреть папку и написать workflow.toml
    .long =
        Осмотреть папку, понять, где лежат статьи и переводы, и написать workflow.toml
        с пояснениями. Готовые файлы не перезаписываются никогда.
    .examples =
        sverka init --dry-run
        sverka init --source ru --target en --target de
help-init-source = Язык, на котором пишут статьи
    .value = ЯЗЫК
help-init-target = Язык, на который их переводят; можно повторять
    .value = ЯЗЫК
help-init-dry-run = Показать файл, ничего не записывать

help-status = Показать, каких переводов нет и какие устарели
    .long =
        Показать таблицу статей и языков: каких переводов нет, какие устарели и насколько.
        В большом проекте статьи, актуальные на всех языках, видны только с --all.
        Для одной статьи объяснить: какая база, какие сегменты, какое правило сработало.
    .examples =
        sverka status
        sverka status --lang ru --status stale
        sverka status --path 'guide/**' --format json
        sverka status guide/install
help-status-article = Какие статьи показать: имя или путь к любому из файлов
    .value = СТАТЬЯ
help-status-lang = Только этот язык перевода; можно повторять
    .value = ЯЗЫК
help-status-status = Только переводы с этим статусом; можно повторять
    .value = СТАТУС
help-status-path = Только статьи, чей путь подходит под маску; можно повторять
    .value = МАСКА
help-status-format = В каком виде вывести
    .value = ФОРМАТ
help-status-all = Показать и актуальные статьи

help-diff = Показать, что изменилось в оригинале с тех пор, как переводили
    .long =
        Для каждого изменённого сегмента показать старый и новый текст оригинала, отметив
        изменённые слова, а под ними — нынешний перевод с файлом и строкой.
    .examples =
        sverka diff guide/install --lang ru
        sverka diff --prose
        sverka diff guide/install --lang ru --format unified
help-diff-article = Какую статью показать; по умолчанию — все устаревшие
    .value = СТАТЬЯ
help-diff-lang = Только этот язык перевода; можно повторять
    .value = ЯЗЫК
help-diff-full = Показать статью целиком, а не только изменения
help-diff-prose = Только то, что заметит читатель, без технических правок
help-diff-format = В каком виде вывести
    .value = ФОРМАТ
help-diff-no-pager = Не листать постранично

help-sync = Отметить, что перевод соответствует оригиналу
    .long =
        Передвинуть базу вперёд: перевод теперь соответствует оригиналу — весь или в выбранных
        сегментах. С --unchanged отметить, что оригинал изменился, а перевод верен и так.
    .examples =
        sverka sync guide/install --lang ru
        sverka sync guide/install --lang ru --segment 3,5-7
        sverka sync guide/install --lang ru --unchanged --why "поправлен только английский слог"
help-sync-article = Статьи, о которых речь: имена или пути любых их файлов
    .value = СТАТЬЯ
help-sync-lang = Язык перевода
    .value = ЯЗЫК
help-sync-segment = Только эти изменения: номера из `sverka diff` или ключ
    .value = N,N-M|КЛЮЧ
help-sync-unchanged = Принять перевод как есть; нужна причина в --why
help-sync-why = Почему перевод можно не менять
    .value = ТЕКСТ
help-sync-by = Кто так решил; по умолчанию — имя из настроек git
    .value = ИМЯ
help-sync-dry-run = Показать, что будет записано, ничего не записывать

help-adopt = Выяснить, с каких версий сделаны готовые переводы
    .long =
        Найти в истории git версию оригинала, с которой лучше всего совпадает каждый перевод
        без базы, и предложить её в качестве базы: с какой уверенностью и что против неё
        устарело. Чего из этой версии в переводе нет, в базу не входит и потому покажется как
        работа. Без --write ничего не записывается.
    .examples =
        sverka adopt                            что будет записано
        sverka adopt --write                    записать
        sverka adopt guide/install --lang ru    почему так, подробно
        sverka adopt guide/install --lang ru --base v2.0 --write
help-adopt-article = Статьи, о которых речь: имена или пути любых их файлов; по умолчанию все
    .value = СТАТЬЯ
help-adopt-lang = Только этот язык перевода; можно повторять
    .value = ЯЗЫК
help-adopt-write = Записать базы, а не только показать
help-adopt-min-confidence = Записывать только то, в чём уверенность не ниже, от 0 до 1
    .value = ЧИСЛО
help-adopt-assume-current = Взять базой сегодняшний оригинал: вы знаете, что всё актуально
help-adopt-base = Взять базой то, что было в оригинале в этом коммите
    .value = РЕВИЗИЯ
help-adopt-format = В каком виде вывести
    .value = ФОРМАТ

help-carry = Перенести в перевод правки, для которых не нужен переводчик
    .long =
        Внести в сам перевод технические правки оригинала: адреса ссылок, код, теги,
        непереводимые поля, переставленные разделы — и учесть их в базе. Слова перевода не
        меняются. Где место не определить наверняка или перевод намеренно отличается, правка
        остаётся, и говорится почему. Без --write только показать, что изменится.
    .examples =
        sverka carry guide/install --lang ru
        sverka carry guide/install --lang ru --write
        sverka carry --all --write
help-carry-article = Статьи, о которых речь: имена или пути любых их файлов
    .value = СТАТЬЯ
help-carry-lang = Язык перевода; можно повторять
    .value = ЯЗЫК
help-carry-all = Все устаревшие переводы
help-carry-write = Записать переводы и базы, а не только показать
help-carry-format = В каком виде вывести
    .value = ФОРМАТ

help-new = Начать перевод: черновик, устроенный как оригинал
    .long =
        Создать файл перевода: строение оригинала и поля, которые не переводят, с пометкой
        «черновик». Готовые файлы не перезаписываются никогда.
    .examples =
        sverka new guide/install --lang ru
help-new-article = Какую статью переводить
    .value = СТАТЬЯ
help-new-lang = На какой язык переводить
    .value = ЯЗЫК
help-new-dry-run = Показать черновик, ничего не записывать

help-check = Проверить, что обе версии говорят одно и то же и могут выйти
    .long =
        Просмотреть каждую статью на всех языках: переводы, которых нет или которые устарели,
        разные числа, даты, ссылки и имена, слова на чужом языке, описки. Код завершения 0, если
        условия из workflow.toml выполнены, 1 — если нет, 2 — если что-то не удалось просмотреть.

        Годятся и файлы вне проекта: по одному, проверками для одного языка, или два файла на двух
        языках — как страница и её перевод.
    .examples =
        sverka check
        sverka check articles/grant --level info
        sverka check --since origin/main --format github
        sverka check --lang en public/en/index.html
        sverka check guide.ru.md guide.en.md
help-check-article = Какие статьи или файлы проверить: имя или путь к любому файлу
    .value = СТАТЬЯ
help-check-lang = Только находки на этом языке; для файла вне проекта — его язык
    .value = ЯЗЫК
help-check-only = Только эти проверки, через запятую
    .value = ПРОВЕРКА
help-check-skip = Все проверки, кроме этих, через запятую
    .value = ПРОВЕРКА
help-check-level = Показывать находки начиная с этого уровня; то, что не проходит, видно всегда
    .value = УРОВЕНЬ
help-check-since = Только статьи, изменённые с этой ревизии, и только то, что стало хуже
    .value = РЕВИЗИЯ
help-check-baseline = Не показывать находки, известные этому файлу
    .value = ФАЙЛ
help-check-update-baseline = Записать этот файл: все сегодняшние находки, если его нет, иначе убрать исправленные
help-check-fix = Исправить то, что исправлять безопасно: пробелы
help-check-fingerprints = Показать при каждой находке пометку, по которой её больше не покажут
help-check-list-ignored = Показать, что пропущено и почему
help-check-format = Вывести в этом формате
    .value = ФОРМАТ
help-check-output = Записать этот формат в файл, а на экран вывести для людей
    .value = ФАЙЛ

help-checks = Перечислить проверки и сказать, сколько значат здесь их находки
    .examples =
        sverka checks
        sverka checks --format json
help-checks-format = В каком виде вывести
    .value = ФОРМАТ

help-explain = Рассказать, что сравнивает проверка, с примерами
    .examples =
        sverka explain figures
        sverka explain stale --no-pager
help-explain-code = Имя проверки: оно стоит при находке
    .value = ПРОВЕРКА
help-explain-no-pager = Не листать постранично

help-ignore = Сказать, что находка — не ошибка, и почему
    .long =
        Записать находки в .sverka/ignore.toml, чтобы их больше не показывали. Находку называют по
        отпечатку, его показывает `sverka check --fingerprints`; он меняется вместе с любым из двух
        текстов, и тогда пометка сама скажет, что больше не нужна. То же можно сказать и в самой
        статье, в комментарии.
    .examples =
        sverka ignore 1a2b3c4d --reason "в оригинале округлено"
help-ignore-fingerprint = Отпечаток находки, не меньше восьми знаков
    .value = ОТПЕЧАТОК
help-ignore-reason = Почему это не ошибка
    .value = ТЕКСТ
help-ignore-article = Искать только в этой статье; можно повторять
    .value = СТАТЬЯ

help-review = Перечислить переводы, которые ждут редактора
    .long =
        Перечислить переводы, которые отвечают сегодняшнему оригиналу и которых никто не одобрил в
        их нынешнем виде. Одобрены те тексты, которые прочли: любая правка одобрение снимает.
    .examples =
        sverka review
        sverka review --lang en --format json
help-review-article = Какие статьи показать: имя или путь к любому их файлу
    .value = СТАТЬЯ
help-review-lang = Только этот язык перевода; можно повторять
    .value = ЯЗЫК
help-review-format = В каком виде вывести
    .value = ФОРМАТ

help-approve = Сказать, что редактор прочёл перевод рядом с оригиналом
    .long =
        Записать в .sverka/review/, кто и когда одобрил перевод и о каких текстах речь. Любая правка
        базы или перевода одобрение снимает. Одобрить можно только перевод, который отвечает
        сегодняшнему оригиналу.
    .examples =
        sverka approve articles/grant --lang en
        sverka approve grant --lang en --by "А. Редактор" --note "числа сверены по телефону"
        sverka approve grant --lang en --revoke
help-approve-article = Какие статьи одобрить: имя или путь к любому их файлу
    .value = СТАТЬЯ
help-approve-lang = Язык перевода
    .value = ЯЗЫК
help-approve-by = Кто одобряет; по умолчанию — имя, которое git ставит под коммитами
    .value = ИМЯ
help-approve-note = Что ещё стоит сказать
    .value = ТЕКСТ
help-approve-revoke = Взять одобрение назад

help-align = Показать два файла рядом: какой кусок что переводит
    .long =
        Показать, какие блоки одного файла переводят какие блоки другого: Markdown, MDX или Fluent,
        в проекте или вне его. Отмечено, чему соответствия нет, а где программа не уверена — и
        насколько она уверена.

        С --format tsv на каждую единицу приходится строка из четырёх столбцов: строки оригинала,
        строки перевода, уверенность от 0 до 1, вид. Строки считаются с единицы, например `5-7`;
        блоки одной единицы перечислены через запятую, `-` значит «ничего».
    .examples =
        sverka align docs/en/guide.md docs/ru/guide.md
        sverka align README.md README.ru.md --format tsv
        sverka align old.ftl new.ftl --from en --to pt-BR --format json
help-align-source = Файл с оригиналом
    .value = ОРИГИНАЛ
help-align-target = Файл с переводом
    .value = ПЕРЕВОД
help-align-from = Язык оригинала; по умолчанию тот, что назван в пути, иначе — по буквам
    .value = ЯЗЫК
help-align-to = Язык перевода; находится так же
    .value = ЯЗЫК
help-align-format = В каком виде вывести
    .value = ФОРМАТ
help-align-no-pager = Не листать постранично

help-help = Показать справку по программе или команде
help-help-command = О какой команде рассказать
    .value = КОМАНДА

## Рамка справки

heading-usage = Вызов
heading-commands = Команды
heading-arguments = Аргументы
heading-options = Параметры
heading-global = Общие параметры
heading-examples = Примеры
place-options = ПАРАМЕТРЫ
place-command = КОМАНДА
possible-values = варианты: { $values }
default-value = по умолчанию: { $value }

## Что бывает не так в командной строке

unknown-argument = здесь нет аргумента «{ $argument }»
extra-argument = «{ $argument }» — лишний аргумент
unknown-command = команды «{ $command }» нет
missing-command = не указана команда
missing-arguments = { $count ->
    [one] не хватает обязательного аргумента
    [few] не хватает обязательных аргументов
   *[many] не хватает обязательных аргументов
}
missing-value = у «{ $argument }» не указано значение
invalid-value = значение «{ $value }» не подходит для «{ $argument }»
not-a-language = нужно обозначение языка, например `ru` или `pt-BR`
not-a-glob = нужна маска, например `guide/**`
not-segments = нужны номера вроде `3` или `5-7` либо ключ
not-a-share = нужно число от 0 до 1, например `0.9`
given-twice = «{ $argument }» указано дважды
conflict = «{ $argument }» и «{ $other }» нельзя указывать вместе
too-many-values = «{ $value }» — лишнее значение для «{ $argument }»
wrong-number-of-values = { $expected ->
    [one] для «{ $argument }» нужно { $expected } значение, а указано { $actual }
    [few] для «{ $argument }» нужно { $expected } значения, а указано { $actual }
   *[many] для «{ $argument }» нужно { $expected } значений, а указано { $actual }
}
did-you-mean = возможно, имелось в виду «{ $right }»
as-value = чтобы передать «{ $value }» как значение, напишите `-- { $value }`
try-help = Подробнее: `{ $command }`
no-directory = папки «{ $path }» нет
no-project = ни в { $path }, ни в папках выше нет workflow.toml; его напишет `sverka init`
locked = другой запуск держит { $path } уже { $seconds } с; повторите, когда он закончится
locked-now = { $path } держит другой запуск; повторите, когда он закончится
already-exists = { $path } уже есть и оставлен как был
changed-meanwhile = { $path } изменился за время работы и оставлен как есть; повторите команду
is-link = { $path } — символическая ссылка; по ссылкам программа не ходит
not-a-file = { $path } — не обычный файл
not-a-folder = { $path } — не папка
foreign-folder = папка { $path } не пуста, и её сделала не эта программа; она оставлена как есть, для сборки нужна новая или пустая
protected-folder = { $path } — папка самого проекта, папка над ней или служебная папка; для сборки нужна другая
no-previous-bundle = предыдущей сборки { $path } нет, возвращать нечего
unportable-name = имя `{ $path }` годится не для всех систем: мешает знак, точка или пробел в конце, длина или имя устройства Windows
same-path = `{ $path }` и `{ $other }` — на многих дисках один и тот же файл; нужны разные имена
outside-project = `{ $path }` — путь не внутри проекта
file-error = { $path }: { $reason }
history-broken = историю git в { $path } прочитать не удалось: { $reason }
history-format = ветки репозитория { $path } хранятся в виде `{ $format }`, прочитать его нельзя; это меняет `git refs migrate --ref-format=files`
unknown-revision = `{ $revision }` не указывает ни на один коммит этого репозитория или указывает на несколько
base-needs-history = --base называет коммит, а истории git здесь нет
not-in-revision = в { $revision } файла { $path } не было, или его нет в этом клоне
failed = { $reason }
more-diagnostics = { $count ->
    [one] … и ещё { $count } (все — в --format json)
    [few] … и ещё { $count } (все — в --format json)
   *[many] … и ещё { $count } (все — в --format json)
}
no-article = нет статьи `{ $article }`{ GIVEN($nearest) ->
    [yes] ; возможно, имелась в виду `{ $nearest }`
   *[no] {""}
}
ambiguous-article = под `{ $article }` подходит несколько статей: { $names }
unknown-language = языка { $lang } в проекте нет, есть { $languages }
not-a-target = { $article } не переводят на язык { $lang }; см. `targets` и `languages` в workflow.toml
no-translation-yet = у { $article } ещё нет перевода на язык { $lang }: файла { $path } нет
no-source = у { $path } нет оригинала, сравнивать не с чем
cannot-read = { $path } или его оригинал прочитать не удалось
nothing-to-accept = оригинал { $article } с тех пор не менялся, и принимать нечего; уберите --unchanged
base-exists = база { $base } уже есть: перевод, возможно, переименовали или удалили; верните ему имя или удалите базу
segments-of-one = --segment выбирает из изменений одной статьи; назовите только её
nothing-to-choose = у { $article } нет изменений, из которых можно выбирать; уберите --segment
no-such-change = изменения { NUMBER($number, useGrouping: 0) } нет: { $count ->
    [one] всего { $count } изменение
    [few] всего { $count } изменения
   *[many] всего { $count } изменений
}
no-change-of-key = изменения с ключом `{ $key }` нет
write-failed = вывод записать не удалось: { $reason }
unknown-check-name = проверки `{ $check }` нет{ GIVEN($nearest) ->
        [yes] {"; "}возможно, имелась в виду `{ $nearest }`
       *[no] {"; "}список показывает `sverka checks`
    }
nothing-mended = исправлять было нечего
mended = { $count ->
    [one] пробелы исправлены в { $count } месте
    [few] пробелы исправлены в { $count } местах
   *[many] пробелы исправлены в { $count } местах
}
since-needs-history = --since сравнивает с коммитом, а истории git здесь нет
revision-not-fetched = `{ $revision }` не указывает ни на один коммит этого клона, а он неполный (shallow): остальную историю получит `git fetch --unshallow`
revision-not-whole = в этом клоне (partial) есть не все папки { $revision }: их получит `git fetch --refetch --no-filter`
new-rules = workflow.toml с той ревизии изменился, поэтому проверяются все статьи
files-have-no-past = --since и --baseline — для статей проекта, а это файлы вне его
bad-baseline = { $path } — не список известных находок: { $reason }
no-baseline = файла { $path } нет; его создаст `--update-baseline`, со всеми сегодняшними находками
baseline-not-written = { $path } остался прежним: прочитано не всё, и непрочитанное сошло бы за исправленное
baseline-written = { $count ->
    [one] { $path } записан: в нём { $count } находка
    [few] { $path } записан: в нём { $count } находки
   *[many] { $path } записан: в нём { $count } находок
}
advice-explain-check = Что сравнивает проверка, с примерами: sverka explain ПРОВЕРКА
cannot-approve = { $path } не отвечает сегодняшнему оригиналу, одобрить нельзя; сначала: sverka sync { $article } --lang { $lang }
approved = { $article }: { $lang } — одобрено ({ $by })
approval-revoked = { $article }: { $lang } — одобрение снято
changed-since-approval = изменён после одобрения
never-approved = ещё не одобряли
nothing-waits = Редактора ничто не ждёт.
advice-approve = Одобрить: sverka approve { $article } --lang { $lang }
ignore-needs-reason = нужна причина: у того, кто прочтёт пометку позже, будет только она
no-finding = находки с отпечатком { $fingerprint } нет; все показывает `sverka check --fingerprints --level info`
ignored-findings = { $count ->
    [one] { $count } находка записана в { $path }
    [few] { $count } находки записаны в { $path }
   *[many] { $count } находок записано в { $path }
}

help-bundle = Собрать каждый язык для публикации
    .long =
        Решить по политике из файла проекта, какая статья на каком языке выходит, и собрать каждый
        язык: готовый сайт, Markdown для другого генератора сайтов или данные для программы.
        Пометки, ссылки на другие языки, карты сайта, ленты и ссылки следуют из одного решения.
        Всё пишется рядом с опубликованной папкой и встаёт на её место сразу; если что-то не так,
        опубликованное остаётся прежним.
    .examples =
        sverka bundle                          опубликовать в папке из workflow.toml
        sverka bundle --dry-run                что вышло бы и почему
        sverka bundle --now 2026-12-01         как будто этот день настал
        sverka bundle --as json --output api   данные для программы
        sverka bundle --archive tar.zst        по архиву на каждый язык
help-bundle-form = Что собрать; по умолчанию — как в файле проекта или сайт
    .value = ВИД
help-bundle-archive = Упаковать каждый язык в архив
    .value = ФОРМАТ
help-bundle-output = Опубликовать в этой папке
    .value = ПАПКА
help-bundle-now = Считать, что сейчас это время: дата или дата со временем
    .value = ВРЕМЯ
help-bundle-locked = Отказаться, если у статьи появился бы новый адрес
help-bundle-dry-run = Только решить и ничего не записать
help-bundle-verify = Сравнить сборки в этой папке с их манифестами и больше ничего не делать
    .value = ПАПКА
help-bundle-rollback = Снова опубликовать предыдущую сборку
help-bundle-format = В каком виде вывести
    .value = ФОРМАТ
