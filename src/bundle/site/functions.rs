//! What templates may call beside the filters of minijinja, and how values are written into pages.

use std::sync::Arc;

use fluent::{FluentArgs, FluentResource, FluentValue};
use minijinja::value::{Kwargs, Value};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, escape_formatter};

use super::theme::Theme;
use crate::bundle::plan::encoded;
use crate::bundle::words::{Said, Words};
use crate::locale::{self, Bundle};
use crate::text::Lang;

/// Gives templates their functions.
pub(super) fn add(environment: &mut Environment<'static>, words: &Words, theme: &Arc<Theme>) {
    environment.set_formatter(write);
    let (own, theme) = (words.clone(), Arc::clone(theme));
    let say = move |state: &State<'_, '_>, id: String, named: Kwargs| -> Result<String, Error> {
        let mut args = FluentArgs::new();
        for name in named.args() {
            let value: Value = named.peek(name)?;
            if let Some(value) = fluent(&value) {
                args.set(name.to_owned(), value);
            }
        }
        let place = theme.asks(state.name(), &id);
        match own.say(&id, &args, &place) {
            Said::Words(words) => Ok(words),
            // It is kept as a reason to refuse the bundle, with all others that are found.
            Said::Nothing => Ok(String::new()),
        }
    };
    environment.add_function("t", say);
    let forms = Arc::new(Forms::new(&words.lang));
    let dates = Arc::clone(&forms);
    environment.add_function("date", move |value: String, style: Option<String>| {
        let style = style.unwrap_or_else(|| "long".to_owned());
        dates.date(&value, &style)
    });
    environment.add_function("number", move |value: f64| forms.number(value));
    environment.add_function("url", |state: &State<'_, '_>, path: String| {
        let root = state.lookup("root").unwrap_or_default();
        format!("{root}{}", encoded(&path))
    });
}

/// A value as messages take it; none for what is nothing.
fn fluent(value: &Value) -> Option<FluentValue<'static>> {
    if value.is_none() || value.is_undefined() {
        return None;
    }
    let number = || f64::try_from(value.clone()).ok();
    match (value.as_i64(), value.is_number()) {
        (Some(whole), true) => Some(whole.into()),
        (None, true) => number().map(FluentValue::from),
        _ => Some(value.to_string().into()),
    }
}

/// Writes a value into a page: nothing where there is none, and what is markup as text. A slash needs
/// no escape, and addresses are full of them.
fn write(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_none() {
        return Ok(());
    }
    let escaped = matches!(state.auto_escape(), AutoEscape::Html) && !value.is_safe();
    let Some(text) = value.as_str().filter(|_| escaped) else {
        return escape_formatter(out, state, value);
    };
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    Ok(out.write_str(rest)?)
}

/// How a language writes dates and numbers. As messages, because what they need of a language is then
/// looked up once.
struct Forms {
    bundle: Bundle,
}

/// The names are those of the lengths of a date.
const FORMS: &str = r#"
full = { DATETIME($value, dateStyle: "full") }
long = { DATETIME($value, dateStyle: "long") }
medium = { DATETIME($value, dateStyle: "medium") }
short = { DATETIME($value, dateStyle: "short") }
number = { NUMBER($value) }
"#;

impl Forms {
    fn new(lang: &Lang) -> Self {
        let mut bundle = locale::bundle(lang);
        bundle.set_use_isolating(false);
        let resource = match FluentResource::try_new(FORMS.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(Arc::new(resource));
        Self { bundle }
    }

    fn date(&self, value: &str, style: &str) -> Result<String, Error> {
        let known = matches!(style, "full" | "long" | "medium" | "short");
        let written = known.then(|| self.write(style, value.to_owned().into()));
        written.flatten().ok_or_else(|| {
            let detail = format!("date({value:?}, {style:?})");
            Error::new(ErrorKind::InvalidOperation, detail)
        })
    }

    fn number(&self, value: f64) -> Result<String, Error> {
        let written = self.write("number", value.into());
        written.ok_or_else(|| Error::from(ErrorKind::InvalidOperation))
    }

    fn write(&self, form: &str, value: FluentValue<'_>) -> Option<String> {
        let message = self.bundle.get_message(form)?;
        let mut args = FluentArgs::new();
        args.set("value", value);
        let mut errors = Vec::new();
        let written = self
            .bundle
            .format_pattern(message.value()?, Some(&args), &mut errors);
        errors.is_empty().then(|| written.into_owned())
    }
}
