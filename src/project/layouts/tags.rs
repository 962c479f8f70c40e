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

/// The languages that the paths of a text and its translation name: what only one of them names
/// first, `en` and `ru` in `docs/en/sign-in.md` and `docs/ru/sign-in.md`, then a whole part of a path
/// that both have.
pub fn languages_of(paths: [&str; 2]) -> [Option<Lang>; 2] {
    let named = paths.map(named);
    let both = |lang: &Lang| {
        named
            .iter()
            .all(|names| names.iter().any(|(one, _)| one == lang))
    };
    let best = |names: &Vec<(Lang, bool)>| {
        let own = names.iter().find(|(lang, _)| !both(lang));
        let found = own.or_else(|| names.iter().find(|(_, whole)| *whole));
        found.map(|(lang, _)| lang.clone())
    };
    [best(&named[0]), best(&named[1])]
}

/// Every language that a part of a path may name, and whether it is the whole part: the file's name
/// first, then the folders, from the innermost on.
fn named(path: &str) -> Vec<(Lang, bool)> {
    let mut out = Vec::new();
    for (at, part) in path.rsplit(['/', '\\']).enumerate() {
        let stem = part.rsplit_once('.').filter(|_| at == 0);
        let part = stem.map_or(part, |(stem, _)| stem);
        out.extend(tag(part).map(|lang| (lang, true)));
        out.extend(suffix(part).map(|(_, lang)| (lang, false)));
    }
    out
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

    #[test]
    fn the_languages_of_a_pair_are_those_that_tell_it_apart() {
        for (paths, expected) in [
            (["docs/en/sign-in.md", "docs/ru/sign-in.md"], ["en", "ru"]),
            (["guide/x.md", "guide-ru/x.md"], ["", "ru"]),
            (["x.md", "x.pt-BR.md"], ["", "pt-BR"]),
            (["a/en.md", "a/ru.md"], ["en", "ru"]),
            (["ru/old.md", "ru/new.md"], ["ru", "ru"]),
            (["log-in.md", "ru/log-in.md"], ["", "ru"]),
            (["one.md", "other.md"], ["", ""]),
        ] {
            let found = languages_of(paths);
            let found = found.map(|lang| lang.map_or_else(String::new, |lang| lang.to_string()));
            assert_eq!(found, expected, "{paths:?}");
        }
    }
}
