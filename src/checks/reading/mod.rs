//! How the checks read a text: its words and their letters, and what is set off in it.

pub(super) mod glossary;
pub(super) mod keep;
pub(super) mod letters;
pub(super) mod mixed;
pub(super) mod names;
pub(super) mod parity;
pub(super) mod quoted;
pub(super) mod sounds;
pub(super) mod stems;
pub(super) mod tokens;
