## Счёт

words = { $count ->
    [one] { $count } слово
    [few] { $count } слова
   *[many] { $count } слов
}
segments = { $count ->
    [one] { $count } сегмент
    [few] { $count } сегмента
   *[many] { $count } сегментов
}
articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}
changes = { $count ->
    [one] { $count } изменение
    [few] { $count } изменения
   *[many] { $count } изменений
}
files = { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[many] { $count } файлов
}
short-work = { $stale }/{ $total }, { $words } сл.
# После «из» — родительный падеж: из 21 сегмента, из 22 сегментов.
segments-of = { $total ->
    [one] { $stale } из { $total } сегмента
    [few] { $stale } из { $total } сегментов
   *[many] { $stale } из { $total } сегментов
}

## Статус перевода

status-missing = нет перевода
status-untracked = без базы
status-stale = устарел
status-current = актуален
status-orphan = без оригинала
status-draft = черновик
status-mechanical = текст не менялся
status-unreadable = не прочитан

## Что случилось с сегментом

change-added = добавлен
change-removed = удалён
change-changed = изменён
change-moved = перемещён

## Что значит изменение для читателя

nature-prose = текст
nature-minor = мелкая правка
nature-structural = строение
nature-mechanical = техническая правка

only-spacing = пробелы и переносы строк
only-markup = разметка
only-punctuation = пунктуация или регистр
only-link-target = адрес ссылки
only-anchor = якорь
only-inline-code = код в тексте
only-tags = теги
only-number = запись чисел
only-code-block = блок кода
only-metadata = метаданные
only-import = импорт
only-comment = комментарий
only-moved = место в тексте

## Слово перед сообщением и перед советом

level-error = ошибка
level-warning = предупреждение
level-info = замечание
level-help = подсказка
level-key = сообщение
level-ignore = не ошибка
ignore-reason = причина
more-lines = { $count ->
    [one] … и ещё { $count } строка
    [few] … и ещё { $count } строки
   *[many] … и ещё { $count } строк
}
more-places = { $count ->
    [one] … и ещё { $count } место
    [few] … и ещё { $count } места
   *[many] … и ещё { $count } мест
}

## Что нашли проверки

check-errors = { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
   *[many] { $count } ошибок
}
check-warnings = { $count ->
    [one] { $count } предупреждение
    [few] { $count } предупреждения
   *[many] { $count } предупреждений
}
check-remarks = { $count ->
    [one] { $count } замечание
    [few] { $count } замечания
   *[many] { $count } замечаний
}
check-hidden = { $count ->
    [one] { $count } замечание не показано (--level info покажет и его)
    [few] { $count } замечания не показаны (--level info покажет и их)
   *[many] { $count } замечаний не показано (--level info покажет и их)
}
check-stale = { $count ->
    [one] { $count } замечание к изменившимся местам не показано (--level info покажет и его)
    [few] { $count } замечания к изменившимся местам не показаны (--level info покажет и их)
   *[many] { $count } замечаний к изменившимся местам не показано (--level info покажет и их)
}
check-ignored = { $count ->
    [one] { $count } находка не учтена: указано, почему это не ошибка
    [few] { $count } находки не учтены: указано, почему это не ошибки
   *[many] { $count } находок не учтено: указано, почему это не ошибки
}
check-known = { $count ->
    [one] { $count } находка была и раньше и в счёт не идёт
    [few] { $count } находки были и раньше и в счёт не идут
   *[many] { $count } находок было и раньше, в счёт они не идут
}
check-demoted = проверка `{ $code }` сработала в { $share }, поэтому её находки считаются замечаниями; свой уровень ей можно задать в `[checks.{ $code }]`
check-fails = не проходит: { $codes }
check-passes = ничто здесь не мешает пройти проверку
check-well = всё в порядке: { $articles }, { $segments }
check-partial = прочитать удалось не всё, поэтому утверждать, что всё в порядке, нельзя
check-more = { $count ->
    [one] ещё { $count } находка сюда не поместилась; в других форматах есть всё
    [few] ещё { $count } находки сюда не поместились; в других форматах есть всё
   *[many] ещё { $count } находок сюда не поместилось; в других форматах есть всё
}
check-rest = { $count ->
    [one] ещё { $count } находка не показана: GitHub показывает не больше десяти каждого уровня
    [few] ещё { $count } находки не показаны: GitHub показывает не больше десяти каждого уровня
   *[many] ещё { $count } находок не показано: GitHub показывает не больше десяти каждого уровня
}
check-title = Проверка переводов
check-articles = Статьи
check-no-mistakes = Не ошибки, и почему
check-skip = К находкам
column-level = уровень
column-count = находок

## Состояние

column-article = статья
column-language = язык
column-segments = сегментов править
column-words = слов переводить
legend-number = 3 = три сегмента к правке
to-remove = { $count ->
    [one] { $count } к удалению
    [few] { $count } к удалению
   *[many] { $count } к удалению
}
hidden-current = { $count ->
    [one] { $count } статья актуальна на всех языках (--all покажет и её)
    [few] { $count } статьи актуальны на всех языках (--all покажет и их)
   *[many] { $count } статей актуальны на всех языках (--all покажет и их)
}
nothing-found = ничего не подошло
advice-diff = Что изменилось: sverka diff { $article } --lang { $lang }
advice-untracked =
    { $count ->
        [one] У { $count } перевода нет базы: неизвестно, с какого текста он сделан.
        [few] У { $count } переводов нет базы: неизвестно, с какого текста они сделаны.
       *[many] У { $count } переводов нет базы: неизвестно, с какого текста они сделаны.
    }
    Возможно, это помнит git:
    {"  "}sverka adopt
    Если перевод соответствует сегодняшнему оригиналу, запишите это:
    {"  "}sverka sync СТАТЬЯ --lang ЯЗЫК
advice-status = Дальше: sverka status
all-current = Всё актуально: каждый перевод соответствует своему оригиналу.

why-missing = { $article } есть, а перевода на язык { $lang } нет; начните его командой `sverka new`
why-missing-base = однако база { $base } есть: перевод когда-то был; возможно, его переименовали
why-untracked = нет файла { $base }: никто не сказал, с какого текста сделан перевод
why-current = { $base } совпадает с оригиналом байт в байт
why-accepted = { $date } признан верным без правки ({ $by }): { $why }
why-stale = { $base } отличается от оригинала
why-orphan = нет файла { $path }
why-unreadable = один из файлов пары не прочитан, поэтому сказать ничего нельзя
why-renamed = когда эту базу записали, статья называлась { $path }; `sverka sync` переместит базу
why-source-renamed = раньше оригинал назывался { $path }; переименуйте и перевод — база при нём останется
why-draft = помечен как черновик; `sverka sync` запишет, что он готов
mechanical-too = переводить не нужно: { $changes } (в сегментах — { $words })
why-mechanical = из того, что читает читатель, ничего не изменилось

## Отличия

nothing-stale = устаревших переводов нет
only-layout = база и оригинал отличаются только пустыми строками и тому подобным
hidden-mechanical = { $count ->
    [one] { $count } техническая правка не показана
    [few] { $count } технические правки не показаны
   *[many] { $count } технических правок не показано
}
was-at-line = раньше в строке { NUMBER($line, useGrouping: 0) }
belongs-after = место перевода — после { $place }
belongs-first = место перевода — в начале { $path }
no-counterpart = соответствия в { $path } не нашлось
translation-at = Перевод, { $place }:

## Сопоставление

units = { $count ->
    [one] { $count } соответствие
    [few] { $count } соответствия
   *[many] { $count } соответствий
}
one-to-one = один к одному — { $count }
units-merged = слито — { $count }
units-split = разбито — { $count }
units-moved = переставлено (⇅) — { $count }
only-in-source = только в оригинале (<) — { $count }
only-in-target = только в переводе (>) — { $count }

## Запись и новый перевод

recorded-first = { $path } соответствует сегодняшнему оригиналу: записана база { $base }
recorded = { $count ->
    [one] { $path } учитывает ещё { $count } изменение оригинала: обновлена база { $base }
    [few] { $path } учитывает ещё { $count } изменения оригинала: обновлена база { $base }
   *[many] { $path } учитывает ещё { $count } изменений оригинала: обновлена база { $base }
}
recorded-unchanged = { $path } верен и после изменений; причина записана: обновлена база { $base }
base-moved = база переехала вместе со статьёй: { $from } → { $to }
taken-along = учтены заодно, потому что от выбранных их не отделить: { $numbers }
left-to-do = осталось: { $amount }
advice-sync =
    Когда переведёте: sverka sync { $article } --lang { $lang }
    или только часть: … --segment 1,3-5
left-mechanical = остались только технические правки
nothing-written = пробный запуск: ничего не записано
already-current = { $article }: перевод на язык { $lang } уже актуален, записывать нечего
still-marked = в { $path } всё ещё стоит пометка черновика: уберите её перед публикацией
started = начат { $path }: к переводу { $amount }; записана база { $base }

## Перенос технических правок

carried-into = { $count ->
    [one] { $path }: перенесено { $count } изменение
    [few] { $path }: перенесено { $count } изменения
   *[many] { $path }: перенесено { $count } изменений
}
carried-there = { $count ->
    [one] { $path }: { $count } изменение не потребовало правки: оно уже учтено или к этому языку не относится
    [few] { $path }: { $count } изменения не потребовали правки: они уже учтены или к этому языку не относятся
   *[many] { $path }: { $count } изменений не потребовали правки: они уже учтены или к этому языку не относятся
}
carried-in-all = { $count ->
    [one] всего перенесено { $count } изменение, остаётся { $left }
    [few] всего перенесено { $count } изменения, остаётся { $left }
   *[many] всего перенесено { $count } изменений, остаётся { $left }
}
nothing-to-carry = технических правок, которые можно перенести, нет
advice-write = Записать это: та же команда с --write
stay-pending = Остаются:
stay-rules = { $count ->
    [one] { $count } изменение в пунктуации, регистре или написании: в каждом языке свои правила
    [few] { $count } изменения в пунктуации, регистре или написании: в каждом языке свои правила
   *[many] { $count } изменений в пунктуации, регистре или написании: в каждом языке свои правила
}
stay-words = { $count ->
    [one] { $count } изменение ждёт переводчика
    [few] { $count } изменения ждут переводчика
   *[many] { $count } изменений ждут переводчика
}
why-words = изменились слова
why-no-counterpart = в переводе нет соответствующего места
why-not-one-to-one = в переводе этот текст разбит иначе
why-unsure = соответствующее место в переводе определено ненадёжно
why-differs = в переводе здесь не то, что было в оригинале: { $value }
why-ambiguous = неясно, о каком из мест перевода речь: { $value }
why-among-words = разметку среди слов расставит тот, кто читает перевод
why-beside-words = относится к тексту рядом, который ещё не переведён
why-localised = в переводе здесь может понадобиться другое значение: { $value }
why-words-in-code = в коде есть слова, которые нужно перевести
why-tied = не отделить от других изменений
why-unsafe = перевод стал бы читаться иначе

## Учёт готовых переводов

column-translation = перевод
column-base = база
column-sure = уверенность
column-fits = совпало
column-stale = состояние
sure-exact = точно
sure-said = указано
count-of = { $count } из { $total }
count-of-and = { $count } из { $total }, +{ $own }
base-today = сегодня
base-none = не нашлась
adopt-language = { $count ->
    [one] { $lang }: { $count } перевод без базы
    [few] { $lang }: { $count } перевода без базы
   *[many] { $lang }: { $count } переводов без базы
}
adopt-ready = { $count ->
    [one] можно записать { $count } базу, точных — { $exact }
    [few] можно записать { $count } базы, точных — { $exact }
   *[many] можно записать { $count } баз, точных — { $exact }
}
adopt-recorded = { $count ->
    [one] записана { $count } база, точных — { $exact }
    [few] записано { $count } базы, точных — { $exact }
   *[many] записано { $count } баз, точных — { $exact }
}
adopt-unsure = { $count ->
    [one] { $count } перевод остаётся без базы: уверенность ниже { $least } (отмечен знаком ?)
    [few] { $count } перевода остаются без базы: уверенность ниже { $least } (отмечены знаком ?)
   *[many] { $count } переводов остаются без базы: уверенность ниже { $least } (отмечены знаком ?)
}
adopt-incomplete = { $count ->
    [one] { $count } перевод свежий по дате, но отстал:
    [few] { $count } перевода свежие по дате, но отстали:
   *[many] { $count } переводов свежие по дате, но отстали:
}
adopt-more = … и ещё { $count }
lacks-block = целиком: { $text }
lacks-figures = числа { $values }
lacks-code = в коде: { $values }
adopt-lacks = Чего из этой версии нет в переводе:
adopt-settled = В базу это не вошло, поэтому покажется как работа.
adopt-unsettled = (из базы не убрано: не отделить от соседнего)
made-from = сделан с { $commit } ({ $date }): совпало { $fitting } из { $blocks }
made-from-field = сделан с { $commit } ({ $date }), как сказано в поле { $field }
made-from-given = база { $commit } ({ $date }), как вы указали: совпало { $fitting } из { $blocks }
made-from-today = база — сегодняшний оригинал: совпало { $fitting } из { $blocks }
of-the-date = с версией на дату коммита, { $commit }, совпало { $fitting } из { $blocks }
own-blocks = { $count ->
    [one] { $count } блоку перевода в оригинале ничего не соответствует
    [few] { $count } блокам перевода в оригинале ничего не соответствует
   *[many] { $count } блокам перевода в оригинале ничего не соответствует
}
commit-says = «{ $subject }»
doubt-no-history = истории git здесь нет: неизвестно, менялся ли оригинал с тех пор
doubt-shallow = клон неглубокий: более старая версия может подойти лучше
doubt-partial = клон неполный: части версий нет, и одна из них может подойти лучше
doubt-younger = оригинал моложе последней правки перевода
doubt-unknown-commit = коммита, указанного в шапке перевода, в этом клоне нет
doubt-undated = перевод не в истории, и неизвестно, когда он сделан, а подходят ему версии с разным содержанием
adopt-done = база записана
adopt-not-done = ничего не записано: уверенность ниже { $least }, или что-то говорит против
nothing-untracked = переводов без базы здесь нет
has-base = у { $path } база уже есть
advice-explain = Почему выбрана такая база: sverka adopt СТАТЬЯ --lang ЯЗЫК
gap-shallow = клон неглубокий: старых версий оригиналов в нём нет, и взять на учёт удастся меньше; их добавит `git fetch --unshallow`
gap-partial = клон неполный: части версий оригиналов в нём нет, и взять на учёт удастся меньше; их добавит `git fetch --refetch --no-filter`
no-repository = истории git здесь нет, и неизвестно, с чего сделаны переводы; --assume-current берёт сегодняшние оригиналы

## Новый проект

file-written = записан { $path }
role-source = оригинал
nothing-recognised = статей на двух языках здесь не видно; напишите workflow.toml сами, например с path = "articles/{"{slug}"}/{"{lang}"}.md"
language-not-seen = статей на языке { $lang } здесь не видно
comment-file = За чем здесь следит «Сверка».
comment-source = Язык, на котором пишут статьи, если шапка статьи не называет другой.
comment-targets = Языки, на которые их переводят.
comment-content =
    Где лежат статьи. {"{lang}"} — язык, {"{slug}"} — одна часть пути, {"{path}"} — сколько угодно
    частей, {"{md,mdx}"} — варианты.
comment-languages = Из этих языков — только эти.
comment-more =
    Коллекция может ещё исключать файлы, называть поля шапки, которые переводят, и поля,
    которые обязаны совпадать на всех языках:

## Сборка

column-published = опубликовано
column-banner = с пометкой
column-instead = оригинал взамен
column-omitted = не опубликовано
bundle-list =
    { $policy ->
        [banner] { $lang }: { $count ->
            [one] с пометкой выходит { $count } статья
            [few] с пометкой выходят { $count } статьи
           *[many] с пометкой выходят { $count } статей
        }
        [source] { $lang }: оригинал вместо перевода — { $count ->
            [one] { $count } статья
            [few] { $count } статьи
           *[many] { $count } статей
        }
        [fail] { $lang }: { $count ->
            [one] { $count } статья не готова к выходу, поэтому не выходит ничего
            [few] { $count } статьи не готовы к выходу, поэтому не выходит ничего
           *[many] { $count } статей не готовы к выходу, поэтому не выходит ничего
        }
       *[omit] { $lang }: { $count ->
            [one] не выходит { $count } статья
            [few] не выходят { $count } статьи
           *[many] не выходят { $count } статей
        }
    }
bundle-standing =
    { $standing ->
        [untracked] никто не сказал, с чего сделан перевод
        [unapproved] не утверждена
        [stale] отстаёт от оригинала
        [draft] черновик
        [missing] не переведена
        [embargoed] срок ещё не настал
        [expired] срок вышел
        [orphan] оригинала нет
        [held] выпуск ещё не готов
        [unreadable] не читается
       *[current] актуальна
    }
bundle-waiting =
    { $count ->
        [one] ждёт { $count } сегмент
        [few] ждут { $count } сегмента
       *[many] ждут { $count } сегментов
    }
bundle-more = и ещё { $count }; весь список даёт --format json
bundle-unchanged = Ничего не изменилось: { $output } в порядке, { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }
bundle-published = Опубликовано в { $output }: { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }, { SIZE($bytes) }; сделано заново: { $made }
bundle-refused = Ничего не опубликовано: { $count ->
        [one] мешает { $count } ошибка
        [few] мешают { $count } ошибки
       *[many] мешают { $count } ошибок
    }
bundle-decided = Ничего не записано: --dry-run только решает
not-a-time = «{ $value }» — не дата: пишите 2026-11-23 или, со временем, 2026-11-23T10:00+03:00

## Сборки, которые уже опубликованы

no-bundle = в { $path } нет сборки
verify-refused = отвергнут: { $path } называет файлы за пределами своей сборки
verify-link = ссылка: { $path }
verify-changed = изменён: { $path }
verify-missing = пропал: { $path }
verify-foreign = посторонний: { $path }
verify-done = { $files ->
        [one] { $files } файл в порядке
        [few] { $files } файла в порядке
       *[many] { $files } файлов в порядке
    }, { $bundles ->
        [one] { $bundles } сборка
        [few] { $bundles } сборки
       *[many] { $bundles } сборок
    }
rolled-back = { $path }: снова опубликована предыдущая сборка ({ $digest })
previous-damaged = предыдущая сборка уже не та, что была опубликована: где именно, скажет `sverka bundle --verify { $path }`; ничего не изменено
