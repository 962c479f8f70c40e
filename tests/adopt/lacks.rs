//! What a translation lacks of the version it was made from is left out of its base: so it is work.

use super::repository::{Repository, proposals, sverka};

const RU_NAME: &str = "content/ru/fees.md";
const EN_NAME: &str = "content/en/fees.md";
const RU: &str = "# Оплата\n\nПлата за год: 1200 рублей.\n\n## Как платить\n\nПриходите в кассу утром.\n\n\
                  ## Кому писать\n\nПишите в учебную часть.\n";
const EN: &str = "# Fees\n\nThe fee for a year is 1200 roubles.\n\n## How to pay\n\nCome to the cash desk in the morning.\n\n\
                  ## Whom to ask\n\nWrite to the registry.\n";

fn pages(ru: &str, en: &str) -> Option<Repository> {
    let repository = Repository::new()?;
    repository.put(RU_NAME, ru);
    repository.put(EN_NAME, en);
    repository.commit("Оплата");
    Some(repository)
}

#[test]
fn half_a_page_stays_untracked_unless_asked_for() {
    let half = EN.split_inclusive("\n\n").take(2).collect::<String>();
    let Some(repository) = pages(RU, &half) else {
        return;
    };
    let found = repository.proposal(&[]);
    assert_eq!(
        (&found["fitting"], &found["blocks"]),
        (&2.into(), &6.into())
    );
    let whole = |lack: &serde_json::Value| lack["what"] == "block" && lack["settled"] == true;
    let lacks = found["lacks"].as_array().unwrap();
    assert!(lacks.len() == 4 && lacks.iter().all(whole), "{lacks:?}");

    let run = sverka(repository.path(), &["adopt", "--write"]);
    assert!(
        run.out
            .contains("1 translation stays untracked: less sure than 0.80"),
        "{}",
        run.out
    );
    assert_eq!(repository.status(), [format!("{EN_NAME} untracked")]);

    repository.write(&["--min-confidence", "0.5"]);
    let kept = RU.split_inclusive("\n\n").take(2).collect::<String>();
    assert_eq!(repository.base("en", RU_NAME).unwrap(), kept);
    assert_eq!(repository.status(), [format!("{EN_NAME} stale 4+0")]);
    let diff = sverka(repository.path(), &["diff", "fees", "--format", "json"]).out;
    assert_eq!(diff.matches("\"kind\": \"added\"").count(), 4, "{diff}");
    for text in [
        "Как платить",
        "Приходите в кассу",
        "Кому писать",
        "учебную часть",
    ] {
        assert!(diff.contains(text), "{text}: {diff}");
    }
}

#[test]
fn a_paragraph_that_is_not_there_is_work_though_the_date_is_fresh() {
    let Some(repository) = pages(
        RU,
        &EN.replace("Come to the cash desk in the morning.\n\n", ""),
    ) else {
        return;
    };
    let run = sverka(repository.path(), &["adopt", "--write"]);
    assert!(
        run.out
            .contains("1 translation is fresh by its date, and yet behind:"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("all of: Приходите в кассу утром."),
        "{}",
        run.out
    );
    assert_eq!(
        repository.base("en", RU_NAME).unwrap(),
        RU.replace("Приходите в кассу утром.\n\n", "")
    );
    assert_eq!(repository.status(), [format!("{EN_NAME} stale 1+0")]);
}

#[test]
fn an_old_figure_in_the_translation_is_work() {
    let Some(repository) = pages(RU, EN) else {
        return;
    };
    repository.put(RU_NAME, RU.replace("1200", "1500") + "\nСдачи нет.\n");
    repository.put(EN_NAME, EN.to_owned() + "\nNo change is given.\n");
    let both = repository.commit("Дороже и без сдачи");
    let found = repository.proposal(&[]);
    assert_eq!(
        (&found["commit"], &found["freshByDate"]),
        (&both.into(), &true.into())
    );
    let lacks = found["lacks"].as_array().unwrap();
    assert_eq!(lacks.len(), 1, "{lacks:?}");
    assert_eq!(
        (&lacks[0]["what"], &lacks[0]["settled"]),
        (&"figures".into(), &true.into())
    );
    assert_eq!(
        (&lacks[0]["values"][0], &lacks[0]["line"]),
        (&"1500".into(), &3.into())
    );

    let run = sverka(repository.path(), &["adopt", "--write"]);
    assert!(
        run.out.contains("fees.md:3: the figures 1500"),
        "{}",
        run.out
    );
    // The block as it was when it fitted, the rest as it is.
    let base = RU.to_owned() + "\nСдачи нет.\n";
    assert_eq!(repository.base("en", RU_NAME).unwrap(), base);
    let diff = sverka(repository.path(), &["diff", "fees", "--format", "unified"]).out;
    assert!(
        diff.contains("-Плата за год: 1200 рублей.\n+Плата за год: 1500 рублей."),
        "{diff}"
    );
}

#[test]
fn a_figure_that_no_version_explains_is_work_all_the_same() {
    let Some(repository) = pages(RU, &EN.replace("1200", "1100")) else {
        return;
    };
    repository.write(&[]);
    assert_eq!(
        repository.base("en", RU_NAME).unwrap(),
        RU.replace("1200", "")
    );
    assert_eq!(repository.status(), [format!("{EN_NAME} stale 1+0")]);
}

#[test]
fn code_that_was_brought_up_to_date_later_is_not_lacking() {
    let code = |call: &str| format!("\n```php\n$rate = new Rate();\n{call}\nreturn $rate;\n```\n");
    let (old, new) = (
        code("$rate->pay($sum);"),
        code("$rate->payWithTax($sum, $tax);"),
    );
    let Some(repository) = pages(&(RU.to_owned() + &old), &(EN.to_owned() + &old)) else {
        return;
    };
    // Words in the source first, then the code in all languages.
    let words = RU.replace("утром", "до обеда и только в среду") + "\nСдачи в кассе нет.\n";
    repository.put(RU_NAME, words.clone() + &old);
    repository.commit("Когда платить");
    repository.put(RU_NAME, words.clone() + &new);
    repository.put(EN_NAME, EN.to_owned() + &new);
    repository.commit("Налог");
    let found = repository.proposal(&[]);
    let code = |lack: &&serde_json::Value| lack["what"] == "code";
    let lacks: Vec<_> = found["lacks"]
        .as_array()
        .unwrap()
        .iter()
        .filter(code)
        .collect();
    repository.write(&[]);
    let base = repository.base("en", RU_NAME).unwrap();
    assert!(base.ends_with(&new), "{base}\n{lacks:?}");
    assert!(base.contains("утром") && !base.contains("Сдачи"), "{base}");
    assert_eq!(repository.status(), [format!("{EN_NAME} stale 2+0")]);
}

#[test]
fn an_article_that_is_fully_translated_beside_one_that_is_not() {
    let Some(repository) = pages(RU, EN) else {
        return;
    };
    repository.put("content/ru/half.md", RU);
    repository.put("content/en/half.md", "# Fees\n");
    repository.commit("Половина");
    let found = proposals(repository.path(), &["--write"]);
    assert_eq!(found[EN_NAME]["recorded"], true);
    assert_eq!(found["content/en/half.md"]["recorded"], false);
    let expected = ["content/en/fees.md current", "content/en/half.md untracked"];
    assert_eq!(repository.status(), expected);
}

#[test]
fn code_between_two_lines_of_text_is_missed_as_well() {
    let ru = RU.replace("утром.", "утром:\n```\nкасса 3\n```\nи ждите.");
    let en = EN.replace("in the morning.", "in the morning\n\nand wait.");
    let Some(repository) = pages(&ru, &en) else {
        return;
    };
    repository.write(&[]);
    let base = repository.base("en", RU_NAME).unwrap();
    assert!(!base.contains("касса 3"), "{base}");
    assert_ne!(repository.status(), [format!("{EN_NAME} current")]);
}
