//! What the forms for people say, and what they keep to themselves.

use sverka::diagnostic::{Code, Diagnostic, Severity};
use sverka::gate::{Outcome, Weighed};
use sverka::messages::UiLang;
use sverka::text::Span;

use super::article::{Article, article, checked, hostile, repeated};
use super::{ALL, Wanted, written};

const QUIET: Wanted = Wanted {
    level: Severity::Warning,
    fingerprints: false,
    lang: UiLang::Ru,
};

fn human(article: &Article, outcome: &Outcome, wanted: &Wanted) -> String {
    written("human", article, outcome, wanted)
}

#[test]
fn all_is_well_only_when_nothing_is_hidden() {
    let article = hostile();
    let mut outcome = Outcome {
        articles: 2,
        segments: 341,
        ..Outcome::default()
    };
    let well = "всё в порядке: 2 статьи, 341 сегмент\n";
    assert_eq!(human(&article, &outcome, &QUIET), well);
    outcome.partial = true;
    assert_eq!(
        human(&article, &outcome, &QUIET),
        "прочитать удалось не всё, поэтому утверждать, что всё в порядке, нельзя\n"
    );
    outcome.partial = false;
    outcome.known = 3;
    assert_eq!(
        human(&article, &outcome, &QUIET),
        "3 находки были и раньше и в счёт не идут\nничто здесь не мешает пройти проверку\n"
    );
    outcome.known = 0;
    let mut one = repeated(&checked(&article));
    one.finding.diagnostic.severity = Severity::Info;
    one.fails = false;
    outcome.findings.push(one);
    assert_eq!(
        human(&article, &outcome, &QUIET),
        "1 замечание\n1 замечание не показано (--level info покажет и его)\n\
         ничто здесь не мешает пройти проверку\n"
    );
}

#[test]
fn close_places_share_a_picture() {
    let article = hostile();
    let said = human(&article, &checked(&article), &QUIET);
    let at = said.find("ошибка[repeated").unwrap();
    let first = said[at..].split("\n\n").next().unwrap();
    assert_eq!(
        first,
        "ошибка[repeated-words]: «made» стоит два раза подряд\n  \
         ╭▸ статьи/a b, 100%: #1/en.md:3:20\n  \
         │\n\
         3 │ The committee made made the decision unanimously.\n  \
         │               ──── ━━━━\n  \
         │\n  \
         ╰ подсказка: удалите одно из слов или назовите его в `[checks.repeated-words] words`"
    );
}

#[test]
fn remarks_about_stale_passages_stand_under_what_is_stale() {
    let article = hostile();
    let mut outcome = checked(&article);
    let mut one = repeated(&outcome);
    let stale = Code::new("stale", Severity::Warning, &[]);
    let place = article.place(article.target, "committee");
    let weighed = |diagnostic: Diagnostic, stale: bool, base: &Weighed| {
        let mut one = base.clone();
        one.finding.diagnostic = diagnostic;
        one.finding.stale = stale;
        one.fails = false;
        one
    };
    one.finding.diagnostic.severity = Severity::Info;
    let hidden = one.finding.diagnostic.clone();
    outcome.findings = vec![
        weighed(Diagnostic::new(stale, place), false, &one),
        weighed(hidden.clone(), true, &one),
        weighed(hidden, true, &one),
    ];
    let said = human(&article, &outcome, &QUIET);
    let under =
        "замечание: 2 замечания к изменившимся местам не показаны (--level info покажет и их)";
    assert_eq!(said.matches(under).count(), 1, "{said}");
    assert_eq!(said.matches("repeated-words").count(), 0, "{said}");
    let said = human(&article, &outcome, &ALL);
    assert_eq!(said.matches("[repeated-words]:").count(), 2, "{said}");
}

#[test]
fn what_a_picture_tells_to_paste_is_an_ignore() {
    let article = hostile();
    let outcome = checked(&article);
    let said = human(&article, &outcome, &ALL);
    let line = said
        .lines()
        .find(|line| line.contains("no mistake: <!-- sverka: ignore repeated"));
    let (_, line) = line.unwrap().split_once("no mistake: ").unwrap();
    let pasted = Article {
        target_text: format!("{}\n{line}\n", article.target_text),
        ..hostile()
    };
    assert_eq!(checked(&pasted).ignored.len(), 1, "{line}");
}

#[test]
fn markdown_and_pages_have_no_tags_but_their_own() {
    let (article, outcome) = article();
    let markdown = written("markdown", &article, &outcome, &ALL);
    let tags = markdown.replace("<b>", "").replace("</b>", "");
    let tags = tags.lines().filter(|line| !line.contains('`'));
    let tags: Vec<&str> = tags.filter(|line| line.contains('<')).collect();
    assert_eq!(tags, Vec::<&str>::new());
    for mention in ["@user", "#1 ", "https://"] {
        let outside = markdown.lines().filter(|line| !line.contains('`'));
        let found: Vec<&str> = outside.filter(|line| line.contains(mention)).collect();
        assert_eq!(found, Vec::<&str>::new(), "{mention}");
    }
    let html = written("html", &article, &outcome, &ALL);
    for tag in ["<script", "<img", "onerror=alert(1)>", "<b>"] {
        assert!(!html.contains(tag), "{tag}");
    }
}

#[test]
fn markdown_fits_into_a_comment() {
    let (article, mut outcome) = article();
    let one = outcome.findings[0].clone();
    outcome.findings = vec![one; 2000];
    let said = written("markdown", &article, &outcome, &ALL);
    assert!(said.chars().count() < 61_000, "{}", said.len());
    assert!(said.contains("more findings have no room here"), "{said}");
}

#[test]
fn a_span_out_of_bounds_harms_no_form() {
    let (article, mut outcome) = article();
    let one = outcome.findings[0].clone();
    for start in [0, 1, 60, 61, 62, 10_000] {
        for end in [0, start, start + 1, start + 300, usize::MAX] {
            let mut one = one.clone();
            one.finding.diagnostic.primary.span = Span {
                file: article.source.into(),
                start,
                end,
            };
            outcome.findings.push(one);
        }
    }
    for form in sverka::report::FORMATS {
        written(form.name, &article, &outcome, &ALL);
    }
}
