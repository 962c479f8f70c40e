//! An article with everything in it that an output may stumble over, and what the checks say of it.

use sverka::checks::engine::{Demoted, File, Rules, check_pair};
use sverka::diagnostic::{Code, Diagnostic, Edit, Fix, Severity};
use sverka::document::{Document, Format, Reader};
use sverka::gate::{Asked, Ignored, Outcome, Weighed, check_files};
use sverka::text::Span;

/// A source and its translation.
pub(crate) struct Article {
    pub(crate) source: &'static str,
    pub(crate) target: &'static str,
    pub(crate) source_text: String,
    pub(crate) target_text: String,
}

impl Article {
    pub(crate) fn text(&self, file: &str) -> Option<String> {
        let texts = [
            (self.source, &self.source_text),
            (self.target, &self.target_text),
        ];
        let text = texts.iter().find(|(name, _)| *name == file);
        text.map(|(_, text)| (*text).clone())
    }

    /// A place of words in one of the texts.
    pub(crate) fn place(&self, file: &'static str, words: &str) -> Span {
        let text = self.text(file).unwrap();
        let at = text.find(words).unwrap_or_else(|| panic!("{words:?}"));
        Span::new(file, at..at + words.len())
    }
}

/// The article: paths with spaces, Cyrillic and signs, and words that mean something in each form.
pub(crate) fn hostile() -> Article {
    let source_text = "# Приём заявок\n\n\
        Комиссия приняла решение единогласно.\n\n\
        Раздел с | чертой, <b>разметкой</b> и «кавычками»: «</script>» и `]]>`.\n\n\
        Первая строка длинного абзаца,\nвторая его строка,\nтретья строка,\nчетвёртая строка,\nпятая.\n";
    let target_text = "# Applications\n\n\
        The committee made made the decision unanimously.\n\n\
        A part part with | a bar, </script><img src=x onerror=alert(1)> @user #1 https://example.org \
        ]]> \"quotes\" 'too' ::error::stop %0A \u{202e}turned\u{202c} \u{1b}[2J \u{1}\u{9b}31m and and \u{fffe} more.\n\n\
        The first line,\nthe second line,\nthe third line,\nthe fourth line,\nthe fifth.\n\n\
        <!-- sverka: ignore repeated-words 00000000 nothing | <b> ]]> -->\n";
    Article {
        source: "статьи/a b, 100%: #1/ru.md",
        target: "статьи/a b, 100%: #1/en.md",
        source_text: source_text.to_owned(),
        target_text: target_text.to_owned(),
    }
}

fn read(name: &str, text: &str, lang: &str) -> Document {
    let reader = Reader {
        file: name.into(),
        lang: lang.parse().unwrap(),
        format: Format::of(name),
        translate: Box::new(|_| false),
    };
    reader.read(text).document
}

/// What the checks say of an article.
pub(crate) fn checked(article: &Article) -> Outcome {
    let settings = "[policy]\nfail = [\"error\", \"unused-ignore\"]\n\n[checks.repeated-words]\nlevel = \"error\"\n";
    let (rules, wrong) = Rules::parse("workflow.toml", settings);
    assert!(wrong.is_empty(), "{wrong:?}");
    let source = read(article.source, &article.source_text, "ru");
    let target = read(article.target, &article.target_text, "en");
    let source = File {
        name: article.source,
        text: &article.source_text,
        document: &source,
    };
    let target = File {
        name: article.target,
        text: &article.target_text,
        document: &target,
    };
    let asked = Asked {
        // One check says enough of a form, and others come and change.
        only: &["repeated-words".to_owned(), "unused-ignore".to_owned()],
        ..Asked::default()
    };
    check_files(check_pair(&rules, &source, &target), &rules, &asked)
}

/// The first finding of a word that stands twice.
pub(crate) fn repeated(outcome: &Outcome) -> Weighed {
    let mut findings = outcome.findings.iter();
    let found = findings.find(|one| one.finding.token == "made");
    found.unwrap().clone()
}

/// The hostile article, and an outcome with one of everything.
pub(crate) fn article() -> (Article, Outcome) {
    let article = hostile();
    let mut outcome = checked(&article);
    let repeated = repeated(&outcome);
    let mut add = |change: &dyn Fn(&mut Weighed)| {
        let mut one = repeated.clone();
        change(&mut one);
        outcome.findings.push(one);
    };
    // In both languages, with notes and a fix.
    add(&|one| {
        let found = Diagnostic::new(
            Code::UNEQUAL_FIELD,
            article.place(article.target, "unanimously"),
        );
        let hostile = "единогласно | [x](https://example.org) ](0) @user\n::warning::b";
        let mut found = found
            .with("field", "a_b*c")
            .with("source", hostile)
            .with("target", "unanimously")
            .related(article.place(article.source, "единогласно"));
        found.primary.note = Some("target".to_owned());
        found.related[0].note = Some("source".to_owned());
        let after = article.place(article.target, "decision unanimously");
        found.fix = Some(Fix {
            edits: vec![Edit {
                span: Span::new(article.target, after.start + 8..after.start + 9),
                text: "\u{a0}".to_owned(),
            }],
        });
        one.finding.diagnostic = found;
        one.fails = false;
    });
    // A whole passage beside a whole passage.
    add(&|one| {
        let first = article.place(article.source, "Первая").start;
        let last = article.place(article.source, "пятая.").end;
        let english = article.place(article.target, "The first line").start;
        let end = article.place(article.target, "the fifth.").end;
        let mut found =
            Diagnostic::new(Code::DUPLICATE_KEY, Span::new(article.target, english..end))
                .with("key", "passage")
                .related(Span::new(article.source, first..last));
        found.severity = Severity::Info;
        one.finding.diagnostic = found;
        one.finding.stale = true;
        one.fails = false;
    });
    // A file as a whole.
    add(&|one| {
        one.finding.diagnostic = Diagnostic::new(Code::DUPLICATE_FILE, Span::file("другая/<b>.md"))
            .with("other", "a\u{1b}[2J.md")
            .with("lang", "en");
        one.finding.article = String::from("другая/<b>.md");
        one.finding.lang = None;
        one.fails = false;
    });
    outcome
        .findings
        .sort_by_key(|one| one.finding.article.clone());
    let reason = "it is | a <b>name</b>\u{202e}";
    outcome.ignored.push(Ignored {
        finding: repeated.finding,
        reason: reason.to_owned(),
        place: article.place(article.target, "<!-- sverka"),
    });
    outcome.demoted.push(Demoted {
        code: Code::EMPTY_FILE,
        findings: 31,
        segments: 341,
    });
    outcome.known = 17;
    (article, outcome)
}
