//! What carries the checks: texts made ready for them, findings, rules, and the way through an article.
//!
//! A check sees [`Passage`]s: words with everything that is no word masked, in which every range
//! leads back to bytes of the file. It is asked about one passage, about a [`Unit`] of two that
//! translate each other, about a whole [`Page`] or a [`Pair`] of pages, and says what it saw to
//! [`Findings`], which knows the level, the ignores and the fingerprint. Of files of Fluent it is also
//! asked about each [`Message`] in both languages, and about the [`Bundle`] of all of one language.

mod article;
mod bundle;
mod calibration;
mod files;
mod findings;
mod fingerprint;
mod found;
mod glossary;
mod ignore;
mod interface;
mod level;
mod masked;
mod message;
mod needs;
mod page;
mod pair;
mod policy;
mod rules;
mod rules_file;
mod run;
mod schema;
mod settle;
mod signs;
mod user_rules;

pub use article::{
    Checked, check_article, check_bundle, check_source, check_translation, stale_keys,
};
pub use bundle::Bundle;
pub use calibration::{Demoted, calibrate};
pub use files::{File, check_pair, check_single};
pub use findings::{Fact, Facts, Finding, Findings, Seen};
pub use fingerprint::Fingerprint;
pub use found::Found;
pub use glossary::{Person, Term, TermKind, TermMode, by_language};
pub use ignore::Ignore;
pub use interface::{Defined, Interface, Named, of_interface};
pub use level::{Level, Levels};
pub use masked::Masked;
pub use message::{Entry, Message, pattern};
pub use needs::Needs;
pub use page::{Page, Passage};
pub use pair::{Pair, Translation, Unit};
pub use policy::Policy;
pub use rules::Rules;
pub use schema::schema;
pub use settle::{merge, settle};
pub use signs::Signs;
pub use user_rules::{Looks, UserRule};
