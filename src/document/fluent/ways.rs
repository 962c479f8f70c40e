//! A message with choices, said in each of its ways: what a reader may get to see.

use std::ops::Range;

use super::pattern::{Element, Expression, Pattern, Placeable, Select};
use super::said::Said;
use crate::document::Segment;

/// One way in which a message can be said: which variant was chosen in each of its choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What was chosen, in the order of the text; a choice inside a variant that is not said is left out.
    pub choices: Vec<Choice>,
    /// The text that comes of it, as a segment whose places are those of the file.
    pub segment: Segment,
}

/// What was chosen in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen by, without white space: `$count`, `NUMBER($count)`.
    pub selector: String,
    /// The key of the variant.
    pub key: String,
    /// Whether it is the default.
    pub default: bool,
}

/// All ways together are not longer than this, in bytes: a message of a page has a thousand.
const LONGEST: usize = 256 << 10;

/// The variants to take instead of the default ones: the number of the choice, and of its variant.
type Path = Vec<(usize, usize)>;

/// Says a message in each of its ways: by its defaults, and once for each other variant with defaults
/// in all places that do not lead there. None if that would be too much to look at.
pub(super) fn ways(file: &str, pattern: &Pattern, whole: &Segment) -> Option<Vec<Way>> {
    let mut paths = vec![Path::new()];
    branch(pattern, &Path::new(), &mut paths);
    let mut out = Vec::with_capacity(paths.len());
    let mut length = 0;
    for path in paths {
        let mut telling = Telling {
            file,
            path: &path,
            said: Said::default(),
            choices: Vec::new(),
        };
        telling.pattern(pattern);
        length += telling.said.text.len();
        if length > LONGEST {
            return None;
        }
        out.push(Way {
            choices: telling.choices,
            segment: telling.said.segment(whole),
        });
    }
    Some(out)
}

/// Adds a path to each variant that is no default.
fn branch(pattern: &Pattern, path: &Path, out: &mut Vec<Path>) {
    for element in &pattern.elements {
        let Element::Placeable(placeable) = element else {
            continue;
        };
        let Some(select) = chosen(placeable) else {
            continue;
        };
        for (at, variant) in select.variants.iter().enumerate() {
            let mut path = path.clone();
            if !variant.default {
                path.push((select.number, at));
                out.push(path.clone());
            }
            branch(&variant.pattern, &path, out);
        }
    }
}

/// The choice in a placeable, also where braces stand round it.
fn chosen(placeable: &Placeable) -> Option<&Select> {
    match &placeable.expression {
        Expression::Select(select) => Some(select),
        Expression::Nested(inner) => chosen(inner),
        _ => None,
    }
}

/// A way in the making.
struct Telling<'f, 'p> {
    file: &'f str,
    path: &'p Path,
    said: Said,
    choices: Vec<Choice>,
}

impl Telling<'_, '_> {
    fn pattern(&mut self, pattern: &Pattern) {
        for element in &pattern.elements {
            match element {
                Element::Text(range) => self.said.text(self.file, range),
                Element::Placeable(placeable) => match chosen(placeable) {
                    Some(select) => self.select(select),
                    None => self.said.placeable(self.file, placeable),
                },
            }
        }
    }

    fn select(&mut self, select: &Select) {
        let taken = self.path.iter().find(|step| step.0 == select.number);
        let default = || select.variants.iter().position(|variant| variant.default);
        let taken = taken.map(|step| step.1).or_else(default).unwrap_or(0);
        let Some(variant) = select.variants.get(taken) else {
            return;
        };
        let written = |range: &Range<usize>| self.file.get(range.clone()).unwrap_or_default();
        self.choices.push(Choice {
            selector: written(&select.range).split_whitespace().collect(),
            key: written(&variant.key).to_owned(),
            default: variant.default,
        });
        self.pattern(&variant.pattern);
    }
}
