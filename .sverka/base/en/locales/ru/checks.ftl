# Что находят проверки: код, фраза и что делать. Коды стоят в src/checks/.
# Заголовок — одна фраза со строчной буквы, без точки, называет факты.

## Файлы и история

missing = нет перевода этой статьи на { $lang }
    .help = напишите { $path } или начните его командой `sverka new`; статью, которую не переводят, назовите в `exclude` её коллекции
orphan = у этого перевода нет оригинала: файла { $path } нет
    .help = удалите перевод или верните оригинал; если файл переименован, новое имя найдёт `sverka status`
untracked = никто не сказал, с какого текста сделан этот перевод
    .help = `sverka adopt { $article } --lang { $lang }` найдёт его в истории; если перевод верен сегодня — `sverka sync { $article } --lang { $lang }`
stale = оригинал с тех пор изменился: { $segments ->
        [one] { $segments } сегмент
        [few] { $segments } сегмента
       *[many] { $segments } сегментов
    }, { $words ->
        [one] { $words } слово
        [few] { $words } слова
       *[many] { $words } слов
    }
    .help = что изменилось, покажет `sverka diff { $article } --lang { $lang }`; потом — `sverka sync { $article } --lang { $lang }`
draft = этот перевод на { $lang } — черновик
    .help = закончите его, потом — `sverka sync { $article } --lang { $lang }`
not-approved = { GIVEN($undone) ->
        [yes] этот перевод на { $lang } был одобрен, но с тех пор изменился
       *[no] этот перевод на { $lang } никто не одобрил
    }
    .help = прочтите его рядом с оригиналом, потом — `sverka approve { $article } --lang { $lang }`

## Что не перевод

## Числа и даты

figures = { GIVEN($missing) ->
    [yes] { GIVEN($extra) ->
        [yes] «{ $extra }» ({ $extra-value }) стоит там, где в оригинале «{ $missing }» ({ $missing-value })
       *[no] «{ $missing }» ({ $missing-value }): числа нет в переводе
    }
   *[no] «{ $extra }» ({ $extra-value }): числа нет в оригинале
}
    .help = сверьте числа; верное значение можно назвать в `[checks.figures] ignore`

small-figures = { GIVEN($missing) ->
    [yes] { GIVEN($extra) ->
        [yes] «{ $extra }» стоит там, где в оригинале «{ $missing }»
       *[no] «{ $missing }»: числа нет в переводе
    }
   *[no] «{ $extra }»: числа нет в оригинале
}
    .help = сверьте числа; слова, которыми названо число, можно добавить в `[words.ЯЗЫК] numerals`

alphanumerics = { GIVEN($missing) ->
    [yes] { GIVEN($extra) ->
        [yes] «{ $extra }» стоит там, где в оригинале «{ $missing }»
       *[no] «{ $missing }» нет в переводе
    }
   *[no] «{ $extra }» нет в оригинале
}
    .help = сверьте названия; верное можно назвать в `[checks.alphanumerics] ignore`

number-format = «{ $number }» на этом языке обычно пишут как «{ $usual }»
    .help = напишите так или задайте `decimal-mark` и `group-marks` в `[words.ЯЗЫК]`

dates = { $part ->
    [year] год в дате — { $target }, а в оригинале { $source }
    [month] месяц в дате — «{ $target }», а в оригинале «{ $source }»
    [day] число в дате — { $target }, а в оригинале { $source }
    [time] время — { $target }, а в оригинале { $source }
   *[weekday] день недели — «{ $target }», а в оригинале «{ $source }»
}
    .help = исправьте дату в одном из текстов

date-parts = { GIVEN($missing) ->
    [yes] { $part ->
        [month] в оригинале назван месяц «{ $missing }», в переводе нет
        [day] в оригинале названо { $missing }-е число, в переводе нет
       *[time] в оригинале названо время { $missing }, в переводе нет
    }
   *[no] { $part ->
        [month] в переводе назван месяц «{ $extra }», в оригинале нет
        [day] в переводе названо { $extra }-е число, в оригинале нет
       *[time] в переводе названо время { $extra }, в оригинале нет
    }
}
    .help = пусть даты говорят одно и то же, или уберите эту часть из обеих

## Ссылки и адреса

## Код и разметка

## Строение страницы

## Буквы и слова

repeated-words = «{ $word }» стоит два раза подряд
    .help = удалите одно из слов или назовите его в `[checks.repeated-words] words`

## Имена и термины

## Кавычки, пробелы, подписи

## Типографика

## Статья и сайт
