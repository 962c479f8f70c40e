//! A page in outline, to find among many versions of a source those that a translation is like.

use super::features::{Class, Look};
use super::side::Side;
use crate::document::Document;
use crate::text::{Lang, ratio};

/// The shape of a page and what it holds that a translation keeps; far smaller than the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Sketch {
    shape: Vec<(u8, usize)>,
    /// Hashes of anchors, each with its trust and the number of blocks that hold it, by hash.
    anchors: Vec<(u64, f32, usize)>,
}

impl Sketch {
    /// The outline of a page. The names of `languages` in the targets of links do not count.
    pub fn of(document: &Document, languages: &[Lang]) -> Self {
        let mut names = Vec::new();
        for lang in languages {
            names.extend(
                [lang.to_string(), lang.primary().to_owned()].map(|name| name.to_lowercase()),
            );
        }
        // Words in Latin letters tell little here and cost much.
        let look = Look {
            languages: &names,
            soft: false,
        };
        let side = Side::of(document, look);
        let shape = side.features.iter().map(|block| match block.class {
            Class::Heading(level) => (0, usize::from(level)),
            Class::Text => (1, 0),
            Class::Item => (2, 0),
            Class::Row(cells) => (3, cells),
            Class::Code => (4, 0),
        });
        Self {
            shape: shape.collect(),
            anchors: side
                .vocabulary
                .iter()
                .map(|(anchor, count)| (anchor.id, anchor.strength, *count))
                .collect(),
        }
    }

    /// How like two pages are, from 0 to 2: the share of their blocks that stand in the same order,
    /// and the share of their anchors that both hold.
    pub fn likeness(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut common, mut all) = (0, 0, 0.0, 0.0);
        let weight = |anchor: &(u64, f32, usize), count: usize| {
            f64::from(anchor.1) * f64::from(u32::try_from(count).unwrap_or(u32::MAX))
        };
        all += self.anchors.iter().map(|a| weight(a, a.2)).sum::<f64>();
        all += other.anchors.iter().map(|a| weight(a, a.2)).sum::<f64>();
        while let (Some(left), Some(right)) = (self.anchors.get(i), other.anchors.get(j)) {
            if left.0 == right.0 {
                common += 2.0 * weight(left, left.2.min(right.2));
            }
            i += usize::from(left.0 <= right.0);
            j += usize::from(right.0 <= left.0);
        }
        let shape = if self.shape == other.shape {
            1.0
        } else {
            ratio(&self.shape, &other.shape)
        };
        // Pages that hold nothing of the kind are judged by their shape alone.
        let held = if all > 0.0 { common / all } else { 1.0 };
        shape + held
    }
}

#[cfg(test)]
mod tests {
    use super::Sketch;
    use crate::document::Reader;

    #[test]
    fn a_translation_is_like_the_version_it_was_made_from() {
        let read = |text: &str| Sketch::of(&Reader::for_test("a.md").read(text).document, &[]);
        let old = read("# Тариф\n\nДо 2023 года: 1500 рублей.\n");
        let new = read("# Тариф\n\nДо 2024 года: 1700 рублей.\n\nСм. [сайт](https://a.b).\n");
        let translation = read("# Rates\n\nUntil 2023: 1500 roubles.\n");
        assert!(translation.likeness(&old) > translation.likeness(&new));
        assert!((translation.likeness(&old) - 2.0).abs() < 1e-9);
    }
}
