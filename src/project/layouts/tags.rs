//! Which names of files and folders can be languages.
//!
//! Any word of two to eight letters is well formed as a language tag, `guide` too. Here
//! only languages count that sites are really translated into.

use crate::text::Lang;

/// All of ISO 639-1, and the languages without a code there that open projects have.
const LANGUAGES: &str = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv \
    cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
    ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk \
    ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se \
    sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo \
    xh yi yo za zh zu \
    ady arz ast awa bho ceb ckb dar dsb fil fur gsw haw hsb hyw inh kab kbd kok krc kum lbe lez lij lzh mai mni nan \
    nds nog pap pcm quz sah sat skr szl tab tly tok tyv udm vec wuu yue zgh";

/// The language that `name` is a tag of: `ru`, `pt_BR`, `zh-hans-cn`.
pub(super) fn tag(name: &str) -> Option<Lang> {
    let mut parts = name.split(['-', '_']);
    let language = parts.next().filter(|part| matches!(part.len(), 2 | 3))?;
    let language = language.to_ascii_lowercase();
    LANGUAGES
        .split_whitespace()
        .find(|known| *known == language)?;
    // A script and a region, each at most once and in this order.
    let mut parts = parts.peekable();
    let letters = |part: &str, len: usize| {
        part.len() == len && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    parts.next_if(|part| letters(part, 4));
    parts.next_if(|part| {
        letters(part, 2) || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    if parts.next().is_some() {
        return None;
    }
    name.parse().ok()
}

/// Cuts a name before the separator of a tag at its end: `guide-pt-BR` is `guide-` and
/// `pt-BR`, by the longest tag there is.
pub(super) fn suffix(name: &str) -> Option<(&str, Lang)> {
    let mut ends = name.match_indices(['.', '-', '_']).map(|(at, _)| at + 1);
    ends.find_map(|at| {
        (at > 1)
            .then(|| Some((&name[..at], tag(&name[at..])?)))
            .flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_no_languages() {
        for name in ["ru", "pt_BR", "zh-hans-cn", "sr-Latn", "es-419", "yue"] {
            assert!(tag(name).is_some(), "{name}");
        }
        for name in ["guide", "api", "v1", "ru-", "zh-cn-x", "", "draft", "src"] {
            assert!(tag(name).is_none(), "{name}");
        }
    }

    #[test]
    fn a_suffix_is_the_longest_tag() {
        let found =
            |name: &str| suffix(name).map(|(head, lang)| (head.to_owned(), lang.to_string()));
        let both = |head: &str, lang: &str| Some((head.to_owned(), lang.to_owned()));
        assert_eq!(found("guide-pt-BR"), both("guide-", "pt-BR"));
        assert_eq!(found("pages.zh_TW"), both("pages.", "zh-TW"));
        assert_eq!(found("release.v2"), None);
        assert_eq!(found("-ru"), None);
    }
}
