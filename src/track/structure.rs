//! What a message of Fluent is built of, apart from its words.

use std::ops::Range;

use crate::document::{
    Arguments, Element, Expression, OBJECT, Pattern, PlaceholderKind, Reference, Segment, Shown,
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
    out.extend(tags.map(|tag| squeezed(&segment.text[tag.range.clone()])));
    out.sort_unstable();
    out
}

/// The words of a message, with one sign for each thing that is put in.
pub(super) fn seen(segment: &Segment) -> String {
    let mut out = String::with_capacity(segment.text.len());
    for piece in &segment.visible {
        match &piece.shown {
            Shown::Written => out.push_str(&segment.text[piece.range.clone()]),
            Shown::Decoded(words) => out.push_str(words),
            Shown::Space => out.push(' '),
            Shown::Hidden => {}
            Shown::Object => out.push(OBJECT),
        }
    }
    out
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
