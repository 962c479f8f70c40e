about = Сайт { -university(case: "genitive") }
menu-news = Все объявления
    .accesskey = о
hotline = Горячая линия: <a href="https://example.org/hotline">8 800 100-20-30</a>
announcements = { $count ->
    [one] { $count } объявление
    [few] { $count } объявления
   *[many] { $count } объявлений
}
published = Опубликовано { $date }
subscribe = Подписаться
    .title = Одно письмо в неделю
