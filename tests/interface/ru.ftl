# What is wrong with each message stands in the file of the translation.

-brand = «Вестник»

## Which messages there are

only-in-source = Подать заявку
with-hint = Поиск
    .title = Поиск по статьям
without-hint = Подписаться
with-text = Отправить
    .title = Письмо уйдёт в редакцию
emptied = Ответить
left-as-it-is = Все объявления
left-as-it-is-for-long = Мы отвечаем на все письма, которые к нам приходят
copied = Копировать
    .accesskey = К
# до 12 знаков
narrow = Разделы
twice = Контакты

## What they say

figure = Заявки принимаются { $days } дней, мест 120
date = Встреча 21 августа 2026 г.
choice = Пришло { $count ->
        [one] { $count } письмо на 300 рублей
        [few] { $count } письма на 300 рублей
       *[many] { $count } писем на 300 рублей
    }
mail = Пишите на press@example.org
phone = Звоните: +7 495 123-45-67
site = Смотрите <a href="https://example.org/rules">правила</a>
address = Смотрите <a href="{ $rules }">правила</a>
tag = Наш тег — #наука2026
mark = Пишите <strong>кратко</strong>
crossed = Пишите <b>кратко и <i>ясно</i></b>
entity = Чай и кофе
quoted = Читайте «Науку и жизнь»
spaced = Лекция отменена
script = Кафедра истории
encoded = Здравствуйте
lost-letter = Аспирантура
unread = Здравствуйте, { $name }
untitled = Правила журнала
