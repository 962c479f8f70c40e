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

## Что случилось с сегментом

change-added = добавлен
change-removed = удалён
change-changed = изменён
change-moved = перемещён

## Что значит изменение для читателя

nature-prose = текст
nature-minor = мелкая правка
nature-mechanical = техническая правка

only-spacing = пробелы и переносы строк
only-markup = разметка
only-punctuation = пунктуация
only-link-target = адрес ссылки
only-anchor = якорь
only-inline-code = код в тексте
only-tags = теги
only-number = запись чисел
only-code-block = блок кода
only-metadata = метаданные
only-import = импорт
only-moved = место в тексте

## Слово перед сообщением и перед советом

level-error = ошибка
level-warning = предупреждение
level-info = замечание
level-help = подсказка
