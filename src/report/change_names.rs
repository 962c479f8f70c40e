//! The names of kinds and natures of changes in the program's words.

use crate::messages::Msg;
use crate::track::{ChangeKind, Nature, Reason};

/// The word for a kind.
pub fn kind_name(kind: ChangeKind) -> Msg<'static> {
    match kind {
        ChangeKind::Added => Msg::ChangeAdded,
        ChangeKind::Removed => Msg::ChangeRemoved,
        ChangeKind::Changed => Msg::ChangeChanged,
        ChangeKind::Moved => Msg::ChangeMoved,
    }
}

/// The word for a nature; of a mechanical change, the reason.
pub fn nature_name(nature: Nature) -> Msg<'static> {
    match nature {
        Nature::Prose => Msg::NatureProse,
        Nature::Structural => Msg::NatureStructural,
        Nature::Minor => Msg::NatureMinor,
        Nature::Mechanical(reason) => match reason {
            Reason::Spacing => Msg::ReasonSpacing,
            Reason::Markup => Msg::ReasonMarkup,
            Reason::Punctuation => Msg::ReasonPunctuation,
            Reason::Link => Msg::ReasonLinkTarget,
            Reason::Anchor => Msg::ReasonAnchor,
            Reason::InlineCode => Msg::ReasonInlineCode,
            Reason::Tag => Msg::ReasonTags,
            Reason::Import => Msg::ReasonImport,
            Reason::Comment => Msg::ReasonComment,
            Reason::NumberSpelling => Msg::ReasonNumber,
            Reason::CodeBlock => Msg::ReasonCodeBlock,
            Reason::Metadata => Msg::ReasonMetadata,
            Reason::Move => Msg::ReasonMoved,
        },
    }
}

/// The name of a nature for machines, and of the reason if it is mechanical.
pub(super) fn nature_key(nature: Nature) -> (&'static str, Option<Reason>) {
    match nature {
        Nature::Prose => ("prose", None),
        Nature::Structural => ("structural", None),
        Nature::Minor => ("minor", None),
        Nature::Mechanical(reason) => ("mechanical", Some(reason)),
    }
}
