//! The places of what the parser has read.
//!
//! Over a `&str` each leaf of its tree is a slice of the text, whose place is the distance of two
//! pointers; a brace is the first one behind the last leaf before it.

use std::ops::Range;

use fluent_syntax::ast;

use super::pattern::{
    Arguments, Element, Expression, Pattern, Placeable, Reference, Select, Variant,
};

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
