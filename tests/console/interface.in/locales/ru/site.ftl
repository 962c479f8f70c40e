-university = Дагестанский университет

## Меню

menu-home = На главную
    .title = На главную страницу сайта
menu-news = Новости
hotline = Горячая линия: <a href="https://example.org/contacts/hotline">8 800 100-20-30</a>

## Объявления

announcements = { $count ->
    [one] { $count } новое объявление
    [few] { $count } новых объявления
   *[many] { $count } новых объявлений
}
published = Опубликовано { $date }, автор — { $author }
about = О сайте { -university }
subscribe = Подписаться на объявления
