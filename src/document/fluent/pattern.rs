//! What a message says, part by part, with the places of its parts in the file.
//!
//! It is the syntax tree of the parser, but for places: the parser has none. Over a `&str` each of
//! its leaves is a slice of the text, whose place is the distance of two pointers; a brace is the
//! first one behind the last leaf before it.

use std::ops::Range;

use fluent_syntax::ast;

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

/// Finds the places of a tree that was parsed from `text`, which begins `shift` bytes into the file.
pub(super) struct Places<'t> {
    pub(super) text: &'t str,
    pub(super) shift: usize,
    /// How many choices were met in this message.
    pub(super) selects: usize,
}

impl Places<'_> {
    /// Where a slice of the text stands in the file.
    pub(super) fn place(&self, slice: &str) -> Range<usize> {
        let start = (slice.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        start + self.shift..start + self.shift + slice.len()
    }

    /// The byte behind the first `sign` from `at` on; both in the file.
    fn behind(&self, sign: u8, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at - self.shift..);
        let found = rest.and_then(|rest| memchr::memchr(sign, rest));
        found.map_or(at, |found| at + found + 1)
    }

    /// A pattern that begins at byte `from` or behind it, and where its last part ends.
    pub(super) fn pattern(&mut self, tree: &ast::Pattern<&str>, from: usize) -> (Pattern, usize) {
        let mut elements = Vec::with_capacity(tree.elements.len());
        let mut at = from;
        for element in &tree.elements {
            match element {
                ast::PatternElement::TextElement { value } => {
                    let range = self.place(value);
                    at = range.end;
                    elements.push(Element::Text(range));
                }
                ast::PatternElement::Placeable { expression } => {
                    let placeable = self.placeable(expression, at);
                    at = placeable.range.end;
                    elements.push(Element::Placeable(placeable));
                }
            }
        }
        (Pattern { elements }, at)
    }

    fn placeable(&mut self, tree: &ast::Expression<&str>, from: usize) -> Placeable {
        let start = self.behind(b'{', from);
        let (expression, end) = match tree {
            ast::Expression::Inline(inline) => self.inline(inline, start),
            ast::Expression::Select { selector, variants } => {
                let number = self.selects;
                self.selects += 1;
                let (selector, mut at) = self.inline(selector, start);
                let range = self.trimmed(start..at);
                let mut list = Vec::with_capacity(variants.len());
                for variant in variants {
                    let (key, is_number) = match &variant.key {
                        ast::VariantKey::Identifier { name } => (self.place(name), false),
                        ast::VariantKey::NumberLiteral { value } => (self.place(value), true),
                    };
                    let body = self.behind(b']', key.end);
                    let (pattern, end) = self.pattern(&variant.value, body);
                    at = end;
                    list.push(Variant {
                        key,
                        is_number,
                        default: variant.default,
                        pattern,
                    });
                }
                let select = Select {
                    number,
                    selector,
                    range,
                    variants: list,
                };
                (Expression::Select(Box::new(select)), at)
            }
        };
        Placeable {
            range: start - 1..self.behind(b'}', end),
            expression,
        }
    }

    /// An expression that begins at byte `from` or behind it, and where it ends.
    fn inline(&mut self, tree: &ast::InlineExpression<&str>, from: usize) -> (Expression, usize) {
        use ast::InlineExpression as Tree;
        match tree {
            Tree::StringLiteral { value } => {
                let range = self.place(value);
                (Expression::Text(range.clone()), range.end + 1)
            }
            Tree::NumberLiteral { value } => {
                let range = self.place(value);
                (Expression::Number(range.clone()), range.end)
            }
            Tree::VariableReference { id } => {
                let range = self.place(id.name);
                (Expression::Variable(range.clone()), range.end)
            }
            Tree::MessageReference { id, attribute } => {
                let (reference, end) = self.reference(id, attribute.as_ref());
                (Expression::Message(reference), end)
            }
            Tree::TermReference {
                id,
                attribute,
                arguments,
            } => {
                let (reference, end) = self.reference(id, attribute.as_ref());
                let Some(arguments) = arguments else {
                    return (Expression::Term(reference, Arguments::default()), end);
                };
                let (arguments, end) = self.arguments(arguments, end);
                (Expression::Term(reference, arguments), end)
            }
            Tree::FunctionReference { id, arguments } => {
                let range = self.place(id.name);
                let (arguments, end) = self.arguments(arguments, range.end);
                (Expression::Function(range, arguments), end)
            }
            Tree::Placeable { expression } => {
                let placeable = self.placeable(expression, from);
                let end = placeable.range.end;
                (Expression::Nested(Box::new(placeable)), end)
            }
        }
    }

    fn reference(
        &self,
        id: &ast::Identifier<&str>,
        attribute: Option<&ast::Identifier<&str>>,
    ) -> (Reference, usize) {
        let id = self.place(id.name);
        let attribute = attribute.map(|attribute| self.place(attribute.name));
        let end = attribute.as_ref().unwrap_or(&id).end;
        (Reference { id, attribute }, end)
    }

    fn arguments(&mut self, tree: &ast::CallArguments<&str>, from: usize) -> (Arguments, usize) {
        let mut out = Arguments::default();
        let mut at = self.behind(b'(', from);
        for value in &tree.positional {
            let (value, end) = self.inline(value, at);
            out.positional.push(value);
            at = end;
        }
        for argument in &tree.named {
            let name = self.place(argument.name.name);
            let (value, end) = self.inline(&argument.value, name.end);
            out.named.push((name, value));
            at = end;
        }
        (out, self.behind(b')', at))
    }

    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        let text = self
            .text
            .get(range.start - self.shift..range.end - self.shift);
        let text = text.unwrap_or_default();
        let start = range.end - text.trim_start().len();
        start..start + text.trim().len()
    }
}
