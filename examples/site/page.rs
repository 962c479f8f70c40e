//! One article in both languages: its slug, its title and its text.

use std::fmt::Write;

use super::mixed;
use super::words::{Both, Dice, anchor, capital, clause, sentence, subject, thing};

/// How many articles there are, how long they are, and how links are written.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    /// Articles of the project.
    pub(crate) articles: usize,
    /// Words of an article: half of those in Russian and English together.
    pub(crate) words: usize,
    /// Whether everything happens to them that happens to translations.
    pub(crate) mixed: bool,
}

/// The name of the article's file, without the extension.
pub(crate) fn slug(article: usize) -> String {
    let name = anchor(subject(article * 7)[1]);
    format!("{}-{article}", name.trim_start_matches("the-"))
}

/// The title: a clause without marks.
pub(crate) fn title(article: usize) -> Both {
    clause(&mut Dice::new(article, 1)).map(|text| capital(&text))
}

/// The picture that an article shows, if it shows one.
pub(crate) fn picture(article: usize) -> Option<String> {
    article
        .is_multiple_of(5)
        .then(|| format!("photo-{article}.png"))
}

/// The heading of a section; every article has the first two.
fn heading(article: usize, section: usize) -> Both {
    let subject = subject(article * 7 + section * 11);
    let thing = thing(&mut Dice::new(article, 100 + section as u64));
    [0, 1].map(|lang| capital(&format!("{}: {}", subject[lang], thing[lang])))
}

/// Where another article is, seen from this one; sometimes a place in it.
fn link(dice: &mut Dice, plan: Plan) -> Both {
    let other = dice.roll(plan.articles);
    let place = dice.roll(3);
    let ids = heading(other, dice.roll(2)).map(|text| anchor(&text));
    // A translator may have left the place as the source has it.
    let untranslated = plan.mixed && dice.roll(4) == 0 && mixed::has_both(other);
    [0, 1].map(|lang| match place {
        0 => format!(
            "./{}.md#{}",
            slug(other),
            ids[if untranslated { 0 } else { lang }]
        ),
        _ => format!("./{}.md", slug(other)),
    })
}

/// The text below the front matter.
pub(crate) fn body(article: usize, plan: Plan) -> Both {
    let mut page = Page {
        text: [String::new(), String::new()],
        words: 0,
        dice: Dice::new(article, 2),
        notes: 0,
        plan,
    };
    page.opening(article);
    let mut section = 0;
    while section < 2 || !page.is_long_enough() {
        page.section(article, section);
        section += 1;
    }
    page.text
}

struct Page {
    text: Both,
    /// Words so far, of both languages.
    words: usize,
    dice: Dice,
    notes: usize,
    plan: Plan,
}

impl Page {
    fn is_long_enough(&self) -> bool {
        self.words >= self.plan.words * 2
    }

    fn say(&mut self, words: impl Fn(usize) -> String) {
        for lang in 0..2 {
            let said = words(lang);
            self.words += said.split_whitespace().count();
            self.text[lang].push_str(&said);
        }
    }

    fn sentence(&mut self) -> Both {
        sentence(&mut self.dice)
    }

    /// The first paragraph leads to the world outside, and the picture stands below it.
    fn opening(&mut self, article: usize) {
        let first = self.sentence();
        self.say(|lang| {
            let more = [
                "Подробности — на [сайте города]",
                "More on [the site of the city]",
            ][lang];
            format!("{} {more}(https://example.org/{article}).\n\n", first[lang])
        });
        if let Some(picture) = picture(article) {
            let shown = clause(&mut self.dice);
            self.say(|lang| format!("![{}]({picture})\n\n", capital(&shown[lang])));
        }
    }

    fn section(&mut self, article: usize, section: usize) {
        let heading = heading(article, section);
        self.say(|lang| format!("## {}\n\n", heading[lang]));
        for _ in 0..2 + self.dice.roll(2) {
            self.paragraph();
            if self.is_long_enough() {
                return;
            }
        }
        match (article + section) % 6 {
            0 => self.list(),
            1 => self.table(),
            2 => self.quote(),
            3 if section > 0 => self.code(),
            4 if section > 0 => self.part(),
            _ => self.note(),
        }
    }

    fn paragraph(&mut self) {
        for place in 0..2 + self.dice.roll(4) {
            let said = self.sentence();
            self.say(|lang| format!("{}{}", if place == 0 { "" } else { " " }, said[lang]));
        }
        let form = self.dice.roll(6);
        let [thing, to] = [
            thing(&mut self.dice).map(str::to_owned),
            link(&mut self.dice, self.plan),
        ];
        let also = ["Смотрите также", "See also"];
        self.say(|lang| match form {
            0 => format!(" {} [{}]({}).", also[lang], thing[lang], to[lang]),
            1 => format!(" {} **{}**.", also[lang], thing[lang]),
            2 => format!(" {} *{}*.", also[lang], thing[lang]),
            _ => String::new(),
        });
        self.say(|_| "\n\n".to_owned());
    }

    fn list(&mut self) {
        let marker = ["-", "1."][self.dice.roll(2)];
        for _ in 0..3 + self.dice.roll(4) {
            let said = clause(&mut self.dice);
            self.say(|lang| format!("{marker} {};\n", said[lang]));
        }
        self.say(|_| "\n".to_owned());
    }

    fn table(&mut self) {
        self.say(|lang| {
            let head = ["| Что | Кто | Сколько |", "| What | Who | How many |"][lang];
            format!("{head}\n|---|:---|---:|\n")
        });
        for row in 0..3 + self.dice.roll(4) {
            let [what, who] = [thing(&mut self.dice), subject(self.dice.roll(30) + row)];
            let count = 1 + self.dice.roll(900);
            self.say(|lang| format!("| {} | {} | {count} |\n", what[lang], who[lang]));
        }
        self.say(|_| "\n".to_owned());
    }

    fn quote(&mut self) {
        let said = self.sentence();
        self.say(|lang| format!("> {}\n\n", said[lang]));
    }

    fn code(&mut self) {
        let mut lines = String::new();
        for line in 0..2 + self.dice.roll(5) {
            let _ = writeln!(lines, "visitors[{line}] = {}", self.dice.roll(1000));
        }
        self.say(|lang| {
            let before = [
                "Вот `числа` за неделю:",
                "Here are the `numbers` of the week:",
            ][lang];
            format!("{before}\n\n```python\n{lines}```\n\n")
        });
    }

    fn part(&mut self) {
        let said = clause(&mut self.dice);
        self.say(|lang| format!("### {}\n\n", capital(&said[lang])));
        self.paragraph();
    }

    fn note(&mut self) {
        self.notes += 1;
        let number = self.notes;
        let [said, note] = [self.sentence(), self.sentence()];
        self.say(|lang| {
            format!(
                "{}[^{number}]\n\n[^{number}]: {}\n\n",
                said[lang], note[lang]
            )
        });
    }
}
