//! What a message says, part by part, with the places of its parts in the file.
//!
//! It is the syntax tree of the parser, but for places: the parser has none.

use std::ops::Range;

/// The value of a message, term, attribute or variant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern {
    /// Words and placeables, in order.
    pub elements: Vec<Element>,
}

/// A part of a pattern. All ranges here are bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// Words of one line, with its line break.
    Text(Range<usize>),
    /// Something that is put in.
    Placeable(Placeable),
}

/// Braces with an expression in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeable {
    /// Its place, braces included.
    pub range: Range<usize>,
    /// What stands in it.
    pub expression: Expression,
}

/// What is put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// A text in quotes: what stands between them, escapes and all.
    Text(Range<usize>),
    /// A number.
    Number(Range<usize>),
    /// A variable: its name without `$`.
    Variable(Range<usize>),
    /// Another message, or one of its attributes.
    Message(Reference),
    /// A term, or one of its attributes: the name without `-`, and what is handed over.
    Term(Reference, Arguments),
    /// A function of the runtime, and what is handed over.
    Function(Range<usize>, Arguments),
    /// A placeable in a placeable.
    Nested(Box<Placeable>),
    /// A choice.
    Select(Box<Select>),
}

/// The name of a message or term, and of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The name.
    pub id: Range<usize>,
    /// The name of the attribute, if it is one.
    pub attribute: Option<Range<usize>>,
}

/// What is handed over to a term or function.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arguments {
    /// What has no name.
    pub positional: Vec<Expression>,
    /// What has: the name, and the value.
    pub named: Vec<(Range<usize>, Expression)>,
}

/// A choice of one of several patterns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Select {
    /// Which choice of its message it is, in the order of the file.
    pub number: usize,
    /// What is chosen by.
    pub selector: Expression,
    /// The place of all of the selector.
    pub range: Range<usize>,
    /// The patterns to choose from; one of them is the default.
    pub variants: Vec<Variant>,
}

/// One of the patterns of a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Its key: a word, such as a plural category, or a number.
    pub key: Range<usize>,
    /// Whether the key is a number.
    pub is_number: bool,
    /// Whether it is chosen where no other is.
    pub default: bool,
    /// What it says.
    pub pattern: Pattern,
}

impl Variant {
    /// Its place, from its key to the end of what it says.
    pub fn place(&self) -> Range<usize> {
        let end = match self.pattern.elements.last() {
            Some(Element::Text(range)) => range.end,
            Some(Element::Placeable(placeable)) => placeable.range.end,
            None => self.key.end,
        };
        self.key.start..end
    }
}

impl Pattern {
    /// Everything that is put in, in the order of the file, with what is inside it.
    pub fn expressions(&self) -> Vec<&Expression> {
        let mut out = Vec::new();
        self.collect(&mut out);
        out
    }

    /// Its choices, outer ones before those inside them.
    pub fn selects(&self) -> Vec<&Select> {
        let all = self.expressions().into_iter();
        all.filter_map(|expression| match expression {
            Expression::Select(select) => Some(select.as_ref()),
            _ => None,
        })
        .collect()
    }

    fn collect<'p>(&'p self, out: &mut Vec<&'p Expression>) {
        for element in &self.elements {
            if let Element::Placeable(placeable) = element {
                placeable.expression.collect(out);
            }
        }
    }
}

impl Expression {
    /// It and everything inside it, in the order of the file.
    pub fn all(&self) -> Vec<&Self> {
        let mut out = Vec::new();
        self.collect(&mut out);
        out
    }

    fn collect<'p>(&'p self, out: &mut Vec<&'p Self>) {
        out.push(self);
        match self {
            Self::Term(_, arguments) | Self::Function(_, arguments) => {
                let named = arguments.named.iter().map(|(_, value)| value);
                for value in arguments.positional.iter().chain(named) {
                    value.collect(out);
                }
            }
            Self::Nested(placeable) => placeable.expression.collect(out),
            Self::Select(select) => {
                select.selector.collect(out);
                for variant in &select.variants {
                    variant.pattern.collect(out);
                }
            }
            _ => {}
        }
    }
}
