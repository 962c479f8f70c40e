//! What stands in the FTL files: ids, attributes, variables and the forms to choose from.

use std::collections::BTreeSet;

use fluent_syntax::ast;
use sverka::messages::UiLang;

/// One message.
pub(crate) struct Entry {
    pub(crate) file: &'static str,
    pub(crate) id: String,
    pub(crate) has_value: bool,
    pub(crate) attributes: Vec<String>,
    /// The variables of its value and its attributes.
    pub(crate) variables: BTreeSet<String>,
    /// Each choice: what it is made by, and its keys, the default one with a star.
    pub(crate) selectors: Vec<(String, String)>,
}

impl Entry {
    pub(crate) fn is_help(&self) -> bool {
        self.id == "help" || self.id.starts_with("help-")
    }

    /// Whether `Msg` has to know it.
    pub(crate) fn is_sentence(&self) -> bool {
        !matches!(self.file, "checks.ftl" | "diagnostics.ftl") && !self.is_help()
    }
}

/// Every message of a language, in the order of its files, which must hold nothing else.
pub(crate) fn entries(lang: UiLang) -> Vec<Entry> {
    let mut found = Vec::new();
    for (file, text) in lang.files() {
        let resource = fluent_syntax::parser::parse(text)
            .unwrap_or_else(|(_, errors)| panic!("{lang:?}/{file}: {errors:?}"));
        for entry in &resource.body {
            match entry {
                ast::Entry::Message(message) => found.push(read(file, message)),
                ast::Entry::Term(_) | ast::Entry::Junk { .. } => {
                    panic!("{lang:?}/{file}: {entry:?}")
                }
                _ => {}
            }
        }
    }
    found
}

fn read(file: &'static str, message: &ast::Message<&str>) -> Entry {
    let mut entry = Entry {
        file,
        id: message.id.name.to_owned(),
        has_value: message.value.is_some(),
        attributes: message
            .attributes
            .iter()
            .map(|attribute| attribute.id.name.to_owned())
            .collect(),
        variables: BTreeSet::new(),
        selectors: Vec::new(),
    };
    let values = message.attributes.iter().map(|attribute| &attribute.value);
    for value in message.value.iter().chain(values) {
        pattern(value, &mut entry);
    }
    entry
}

fn pattern(value: &ast::Pattern<&str>, entry: &mut Entry) {
    for element in &value.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            visit(expression, entry);
        }
    }
}

fn visit(expression: &ast::Expression<&str>, entry: &mut Entry) {
    match expression {
        ast::Expression::Inline(value) => inline(value, entry),
        ast::Expression::Select { selector, variants } => {
            inline(selector, entry);
            let keys: Vec<_> = variants
                .iter()
                .map(|variant| {
                    let (ast::VariantKey::Identifier { name }
                    | ast::VariantKey::NumberLiteral { value: name }) = &variant.key;
                    format!("{name}{}", if variant.default { "*" } else { "" })
                })
                .collect();
            entry
                .selectors
                .push((format!("{selector:?}"), keys.join(" ")));
            for variant in variants {
                pattern(&variant.value, entry);
            }
        }
    }
}

fn inline(value: &ast::InlineExpression<&str>, entry: &mut Entry) {
    match value {
        ast::InlineExpression::VariableReference { id } => {
            entry.variables.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            arguments
                .positional
                .iter()
                .for_each(|argument| inline(argument, entry));
        }
        ast::InlineExpression::Placeable { expression } => visit(expression, entry),
        _ => {}
    }
}
