//! What a message of Fluent is built of, apart from its words.

use std::ops::Range;

use crate::document::{
    Arguments, Element, Expression, Pattern, PlaceholderKind, Reference, Segment,
};

/// The variables, references, calls, choices and tags of a message, in an order that does not depend
/// on where they stand in the sentence.
pub(super) fn structure(segment: &Segment) -> Vec<String> {
    let mut out = Vec::new();
    if let Some(wording) = &segment.wording {
        Builder { segment }.pattern(&wording.pattern, &mut out);
    }
    let tags = segment.placeholders.iter();
    let tags = tags.filter(|mark| mark.kind == PlaceholderKind::Tag);
    out.extend(tags.map(|tag| element(&segment.text[tag.range.clone()])));
    out.sort_unstable();
    out
}

/// What a tag opens or closes, and the name by which a program knows it; where it leads to is nothing
/// that a translator has to mind.
fn element(tag: &str) -> String {
    let name = tag
        .trim_start_matches('<')
        .split([' ', '\t', '\n', '>'])
        .next();
    let known = tag.split_once("data-l10n-name").map(|(_, rest)| rest);
    let known = known.and_then(|rest| rest.split(['"', '\'']).nth(1));
    format!(
        "<{} {}>",
        name.unwrap_or_default(),
        known.unwrap_or_default()
    )
}

struct Builder<'s> {
    segment: &'s Segment,
}

impl Builder<'_> {
    fn written(&self, range: &Range<usize>) -> &str {
        self.segment.written(range)
    }

    fn pattern(&self, pattern: &Pattern, out: &mut Vec<String>) {
        for element in &pattern.elements {
            if let Element::Placeable(placeable) = element {
                self.expression(&placeable.expression, out);
            }
        }
    }

    fn expression(&self, expression: &Expression, out: &mut Vec<String>) {
        match expression {
            Expression::Nested(placeable) => self.expression(&placeable.expression, out),
            Expression::Select(select) => {
                let choice = squeezed(self.written(&select.range));
                for variant in &select.variants {
                    let mut inner = Vec::new();
                    self.pattern(&variant.pattern, &mut inner);
                    inner.sort_unstable();
                    let key = self.written(&variant.key);
                    let default = if variant.default { "*" } else { "" };
                    out.push(format!("{choice} {default}[{key}] {}", inner.join(" ")));
                }
            }
            // A text in quotes is words.
            Expression::Text(_) => {}
            _ => out.push(self.inline(expression)),
        }
    }

    fn inline(&self, expression: &Expression) -> String {
        match expression {
            Expression::Text(range) => format!("\"{}\"", self.written(range)),
            Expression::Number(range) => self.written(range).to_owned(),
            Expression::Variable(name) => format!("${}", self.written(name)),
            Expression::Message(reference) => self.reference(reference),
            Expression::Term(reference, arguments) => {
                format!(
                    "-{}{}",
                    self.reference(reference),
                    self.arguments(arguments)
                )
            }
            Expression::Function(name, arguments) => {
                format!("{}{}", self.written(name), self.arguments(arguments))
            }
            Expression::Nested(placeable) => self.inline(&placeable.expression),
            Expression::Select(select) => squeezed(self.written(&select.range)),
        }
    }

    fn reference(&self, reference: &Reference) -> String {
        let attribute = reference.attribute.as_ref();
        let attribute = attribute.map_or(String::new(), |name| format!(".{}", self.written(name)));
        format!("{}{attribute}", self.written(&reference.id))
    }

    fn arguments(&self, arguments: &Arguments) -> String {
        let mut parts: Vec<String> = arguments
            .positional
            .iter()
            .map(|one| self.inline(one))
            .collect();
        let mut named: Vec<String> = arguments
            .named
            .iter()
            .map(|(name, value)| format!("{}:{}", self.written(name), self.inline(value)))
            .collect();
        named.sort_unstable();
        parts.extend(named);
        format!("({})", parts.join(","))
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::document::Reader;
    use crate::track::{Changes, Nature, Reason};

    fn nature(old: &str, new: &str) -> Nature {
        let read = |text: &str| Reader::for_test("a.ftl").read(text).document;
        Changes::between(&read(old), &read(new)).list[0].nature
    }

    #[test]
    fn variables_choices_and_markup_are_structure() {
        for (old, new) in [
            ("a = Письма { $count }", "a = Письма { $total }"),
            ("a = Письма { $count }", "a = Письма { NUMBER($count) }"),
            (
                "a = Письма { NUMBER($n) }",
                "a = Письма { NUMBER($n, style: \"percent\") }",
            ),
            (
                "a = Вот { -brand }",
                "a = Вот { -brand(case: \"genitive\") }",
            ),
            ("a = Вот { b }", "a = Вот { b.title }"),
            ("a = Вот { $n }", "a = Вот"),
            ("a = <b>Вот</b>", "a = <i>Вот</i>"),
            (
                "a = <a data-l10n-name=\"home\">Вот</a>",
                "a = <a data-l10n-name=\"help\">Вот</a>",
            ),
            (
                "a = { $n ->\n    [one] письмо\n   *[other] писем\n }",
                "a = { $n ->\n    [one] письмо\n    [few] письма\n   *[other] писем\n }",
            ),
            (
                "a = { $n ->\n    [one] письмо\n   *[other] писем\n }",
                "a = { $m ->\n    [one] письмо\n   *[other] писем\n }",
            ),
            (
                "a = { $n ->\n    [one] письмо\n   *[other] писем\n }",
                "a = { $n ->\n    [one] письмо\n   *[other] { $n } писем\n }",
            ),
        ] {
            assert_eq!(nature(old, new), Nature::Structural, "{old} → {new}");
        }
    }

    #[test]
    fn words_are_judged_as_anywhere() {
        assert_eq!(nature("a = Вот { $n }", "a = Нет { $n }"), Nature::Prose);
        assert_eq!(
            nature("a = { $a } и { $b }", "a = { $b } либо { $a }"),
            Nature::Prose
        );
        assert_eq!(
            nature(
                "a = Открыть насройки { $n }",
                "a = Открыть настройки { $n }"
            ),
            Nature::Minor
        );
        for (old, new, reason) in [
            ("a = Вот { $n }", "a = Вот {$n}", Reason::Spacing),
            ("a =\n    Вот\n    он", "a =\n    Вот он", Reason::Spacing),
            ("a = Вот, он", "a = Вот он!", Reason::Punctuation),
            (
                "a = См. https://a.b/c",
                "a = См. https://a.b/d",
                Reason::Link,
            ),
        ] {
            assert_eq!(
                nature(old, new),
                Nature::Mechanical(reason),
                "{old} → {new}"
            );
        }
    }
}
