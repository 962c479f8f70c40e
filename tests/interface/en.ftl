# Each comment says which checks find something in the message below it, and how often.

-brand = Herald

## Which messages there are

# sverka-test: missing-attributes
with-hint = Search
# sverka-test: obsolete-attributes
without-hint = Subscribe
    .hint = News once a week
# sverka-test: message-values
with-text =
    .title = Your letter goes to the editors
# sverka-test: empty-messages
emptied = { "" }
# sverka-test: untranslated-messages
left-as-it-is = Все объявления
# sverka-test: untranslated-messages
left-as-it-is-for-long = Мы отвечаем на все письма, которые к нам приходят
# sverka-test: access-keys
copied = Duplicate
    .accesskey = К
# sverka-test: length-limits
narrow = All the sections
# sverka-test: duplicate-messages
twice = Contacts
twice = Our contacts
# sverka-test: obsolete-messages
nowhere-else = Cookies

## What they say

# sverka-test: figures
figure = Applications are open for { $days } days, there are 150 places
# sverka-test: dates
date = The meeting is on 22 August 2026
# sverka-test: figures
choice = { $count ->
        [one] One letter for 300 roubles has come
       *[other] { $count } letters for 500 roubles have come
    }
# sverka-test: emails
mail = Write to editors@example.org
# sverka-test: phones
phone = Call +7 495 123-45-76
# sverka-test: external-links
site = See <a href="https://example.org/">the rules</a>
# sverka-test: variables
address = See the <a href="{ $page }">rules</a>
# sverka-test: hashtags
tag = Our tag is new
# sverka-test: message-markup
mark = Write in few words
# sverka-test: broken-markup
crossed = Write <b>in few words and <i>clearly</b></i>
# sverka-test: broken-markup
entity = Tea&nbps;and coffee
# sverka-test: unclosed-quotes
quoted = Read “Science and Life
# sverka-test: double-spaces
spaced = The lecture  is cancelled
# sverka-test: script-leak
script = The chair of истории
# sverka-test: mojibake
encoded = Р—РґСЂР°РІСЃС‚РІСѓР№С‚Рµ
# sverka-test: mojibake
lost-letter = Post�graduate studies
# sverka-test: broken-messages
no-equals Menu
# sverka-test: broken-messages
unread = Hello, {$ name }
# sverka-test: broken-messages
untitled = Rules of the journal
    .title =
