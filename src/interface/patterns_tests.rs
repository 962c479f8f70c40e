//! What is found in files of each type.

use super::*;

/// What a file of this name uses: named ids, then beginnings with `…`.
fn found(path: &str, text: &str) -> Vec<String> {
    let uses = Patterns::default().uses(path, text, &|_| false);
    for one in &uses.named {
        assert_eq!(&text[one.range.clone()], one.id, "{text}");
    }
    let named = uses.named.into_iter().map(|one| one.id);
    let begun = uses.prefixes.into_iter().map(|one| format!("{one}…"));
    named.chain(begun).collect()
}

#[test]
fn the_table_can_be_read() {
    let table: Table = toml::from_str(include_str!("patterns.toml")).unwrap();
    for said in table.types {
        for text in said.ids {
            let expression = compile(&text).unwrap();
            assert!(expression.captures_len() > 1, "{text}");
        }
        assert!(said.ends.iter().all(|end| end.starts_with('.')));
    }
}

#[test]
fn pages_and_templates_name_messages() {
    for text in [
        r#"<h1 data-l10n-id="menu-open"></h1>"#,
        "<h1 data-l10n-id = 'menu-open' data-l10n-args='{}'></h1>",
        r#"<a title="{{ t("menu-open.title") }}">"#,
        "{{ t('menu-open', count=1) }}",
        r#"{{t "menu-open"}}"#,
        r#"{{{fluent "menu-open" count=2}}}"#,
        r#"{{#fluent "menu-open"}}{{/fluent}}"#,
        r#"{{> nav title=(fluent "menu-open")}}"#,
        r#"{{ fluent(lang=lang, key="menu-open") }}"#,
        r#"{{ "menu-open" | t }}"#,
        "{% ftlmsg 'menu-open' %}",
        "{{ ftl('menu-open') }}",
        "{{ fluent('menu-open', 2) }}",
    ] {
        assert_eq!(found("templates/a.html", text), ["menu-open"], "{text}");
    }
    for text in [
        "{% trans 'menu' %}",
        "{{ gettext('menu') }}",
        r#"<h1 id="menu-open">"#,
    ] {
        assert_eq!(found("templates/a.html", text), [""; 0], "{text}");
    }
}

#[test]
fn programs_name_messages() {
    for (path, text) in [
        ("a.rs", r#"fl!("menu-open")"#),
        (
            "a.rs",
            "wfl!(\n    f,\n    \"menu-open\",\n    count = 2\n)",
        ),
        ("a.rs", r#"fl!(app::loader(), "menu-open", n = n)"#),
        ("a.rs", r#"move_tr!("menu-open", { "n" => n })"#),
        (
            "a.rs",
            r#"LOCALES.lookup_with_args(&LANG, "menu-open", &args)"#,
        ),
        ("a.rs", r#"bundle.get_message("menu-open")?"#),
        ("a.rs", r#"LANGUAGE_LOADER.get("menu-open")"#),
        ("a.tsx", r#"<Localized vars={{ n }} id="menu-open">"#),
        ("a.tsx", r#"<Localized id={"menu-open"}/>"#),
        ("a.ts", r#"l10n.getString("menu-open", { n })"#),
        (
            "a.js",
            "document.l10n.setAttributes(\n  this.el(1),\n  \"menu-open\"\n)",
        ),
        ("a.js", r#"el.setAttribute("data-l10n-id", "menu-open")"#),
        ("a.js", r#"el.dataset.l10nId = "menu-open";"#),
        ("a.js", r#"this.defaultL10nId = "menu-open";"#),
        ("a.js", r#"await Menu._l10n.get("menu-open", { n })"#),
        ("a.js", r#"await document.l10n.formatValue("menu-open")"#),
        ("a.vue", "<a v-t:menu-open=\"{ n }\">{{ n }}</a>"),
        ("a.vue", "<i18n path=\"menu-open\" tag=\"p\">"),
        ("a.vue", "{{ $t('menu-open') }}"),
        ("a.py", r#"l10n.format_value("menu-open", {"n": n})"#),
        ("a.py", r#"ftl_bundle.format_lazy("menu-open")"#),
        ("a.cs", r#"Loc.GetString("menu-open", ("n", n))"#),
    ] {
        assert_eq!(found(path, text), ["menu-open"], "{path}: {text}");
    }
    let two = "l10n.setAttributes(el, open ? 'menu-close' : 'menu-open')";
    assert_eq!(found("a.js", two), ["menu-close", "menu-open"]);
    for (path, text) in [
        ("a.py", "_(\"menu-open\")"),
        ("a.rs", "println!(\"menu-open\")"),
        ("a.js", "strings.getString(\"menu-open\")"),
        ("a.txt", "t(\"menu-open\")"),
        ("a.js", "t(\"Открыть меню\")"),
    ] {
        assert_eq!(found(path, text), [""; 0], "{path}: {text}");
    }
}

#[test]
fn an_id_that_is_put_together_has_a_beginning() {
    for (path, text) in [
        ("a.html", r#"{{ t("status-" ~ name) }}"#),
        ("a.js", r#"t("status-" + name)"#),
        ("a.js", "t(`status-${name}`)"),
        ("a.rs", r#"get(&format!("status-{name}"))"#),
        ("a.py", r#"l10n.format_value("status-%s" % name)"#),
        ("a.py", r#"l10n.format_value(f"status-{name}")"#),
    ] {
        assert_eq!(found(path, text), ["status-…"], "{path}: {text}");
    }
}

#[test]
fn what_a_project_adds_stands_beside_the_table() {
    let mut patterns = Patterns::default();
    let glob = Glob::new("**/*.vue").unwrap();
    let expression = Regex::new(r#"label="([^"]+)""#).unwrap();
    patterns.add(Ids::new([glob], expression).unwrap());
    let ids = |path: &str| {
        let uses = patterns.uses(path, "<x label=\"a-b\">{{ $t('c-d') }}", &|_| false);
        uses.named.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    assert_eq!(ids("web/a.vue"), ["a-b", "c-d"]);
    assert_eq!(ids("web/a.svelte"), ["c-d"]);
}

#[test]
fn a_mention_is_an_id_that_is_known() {
    let text = "let ids = [\"menu-open\", 'menu-close.title', \"other\", \"menu-open \"];";
    let known = |id: &str| id.starts_with("menu");
    let uses = Patterns::default().uses("a.rs", text, &known);
    let mentioned: Vec<&str> = uses.mentioned.iter().map(String::as_str).collect();
    assert_eq!(mentioned, ["menu-close", "menu-open"]);
    assert_eq!(uses.named, []);
}

#[test]
fn in_a_packed_file_nothing_is_certainly_a_use() {
    let text = format!("{}t(\"menu-open\");t(\"color\")", "a();".repeat(200));
    let uses = Patterns::default().uses("a.js", &text, &|id| id == "menu-open");
    assert_eq!(uses.named, []);
    assert!(uses.mentioned.contains("menu-open") && uses.mentioned.len() == 1);
}

#[test]
fn hostile_text_takes_linear_time() {
    for unit in [
        "t(\"",
        "<Localized ",
        "\"a-",
        "l10n.setAttributes(a,",
        "fluent( key=",
        "l10nId=?'a'",
    ] {
        let text = unit.repeat((256 << 10) / unit.len());
        let start = std::time::Instant::now();
        let _ = found("a.html", &text);
        let _ = found("a.rs", &text);
        let took = start.elapsed();
        assert!(took.as_secs() < 20, "{unit}: {took:?}");
    }
}
