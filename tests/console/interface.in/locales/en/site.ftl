-university   =   Dagestan University

## Меню


menu-home = Home
        .title = To the first page of the site
menu-news=Новости

hotline =
    Hotline:
    <a href="https://example.org/hotline">8 800 100-20-30</a>


## Announcements

announcements = { $count ->
      [one] { $count } announcement
     *[other]   { $count } announcements
  }
published = Published on { $date }
about = About { -university }
archive = Archive
