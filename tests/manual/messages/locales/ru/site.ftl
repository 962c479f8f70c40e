about = Сайт { -university(case: "genitive") }
menu-news = Все объявления
    .accesskey = о
hotline = Горячая линия: <a href="https://example.org/contacts">8 800 100-20-30</a>
announcements = { $count ->
    [one] { $count } объявление
    [few] { $count } объявления
   *[many] { $count } объявлений
}
published = Опубликовано { $date }, автор — { $author }
subscribe = Подписаться
    .title = Два письма в неделю
