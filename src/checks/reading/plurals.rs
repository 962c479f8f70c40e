//! Which plural forms a language has, by the rules of the runtime, and the choices made by them.
//!
//! Nothing is listed by hand: the rules are asked about a thousand integers, some large ones and
//! some thousand decimals, and what they answer is what the language needs. The runtime has those of
//! CLDR 37, with slips (of Belarusian); of an integer they count where those of today say the same.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::sides::Side;
use crate::document::{Expression, Select, Variant};
use crate::text::Lang;

/// The plural categories of CLDR, in the order in which they are told.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The integers beyond the first thousand that are asked about: some languages count millions apart.
const LARGE: [u64; 7] = [
    1_001,
    10_000,
    100_000,
    1_000_000,
    2_000_000,
    10_000_000,
    1_000_000_000,
];

/// The plural forms of a language, of numbers that count or of those that order.
pub(in crate::checks) struct Plurals {
    /// Of each category, the integers that were seen to fall there.
    integers: BTreeMap<&'static str, BTreeSet<u64>>,
    /// The categories in which a decimal was seen to fall.
    decimals: BTreeSet<&'static str>,
    /// The categories in which any number was seen to fall, by the rules of then or of today.
    any: BTreeSet<&'static str>,
}

/// Of one kind of each language that was met.
type Known = BTreeMap<(Lang, bool), Option<Arc<Plurals>>>;

static KNOWN: LazyLock<RwLock<Known>> = LazyLock::new(RwLock::default);

impl Plurals {
    /// Those of a language; none if the rules do not know it.
    pub(in crate::checks) fn of(lang: &Lang, ordinal: bool) -> Option<Arc<Self>> {
        let key = (lang.clone(), ordinal);
        let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(&key) {
            return known.clone();
        }
        drop(known);
        let found = Self::ask(lang, ordinal).map(Arc::new);
        let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert(found).clone()
    }

    fn ask(lang: &Lang, ordinal: bool) -> Option<Self> {
        let kind = if ordinal {
            PluralRuleType::ORDINAL
        } else {
            PluralRuleType::CARDINAL
        };
        let alone = lang.primary().parse::<Lang>().ok()?;
        let rules = PluralRules::create(lang.id().clone(), kind)
            .or_else(|_| PluralRules::create(alone.id().clone(), kind))
            .ok()?;
        let today = rules_today(lang, ordinal)?;
        let mut any = BTreeSet::new();
        let mut integers: BTreeMap<_, BTreeSet<u64>> = BTreeMap::new();
        for number in (0..=1000).chain(LARGE) {
            let category = name(&rules.select(number).ok()?);
            let of_today = name_today(today.category_for(number));
            if category == of_today {
                integers.entry(category).or_default().insert(number);
            }
            any.extend([category, of_today]);
        }
        let mut decimals = BTreeSet::new();
        for hundredths in 0..3000 {
            let (whole, rest) = (hundredths / 100, hundredths % 100);
            let text = format!("{whole}.{rest:02}");
            // 1.5 and 1.50 may differ.
            for digits in [text.as_str(), &text[..text.len() - 1]] {
                decimals.insert(name(&rules.select(digits).ok()?));
            }
        }
        any.extend(&decimals);
        Some(Self {
            integers,
            decimals,
            any,
        })
    }

    /// How many integers fall in a category, but for those that are `told` one by one: as many as
    /// were asked about.
    pub(in crate::checks) fn reached(&self, category: &str, told: &BTreeSet<u64>) -> usize {
        let all = self.integers.get(category);
        all.map_or(0, |all| all.difference(told).count())
    }

    /// The smallest integer that falls in a category, but for those that are `told` one by one; 0 only
    /// if there is no other.
    pub(in crate::checks) fn first(&self, category: &str, told: &BTreeSet<u64>) -> Option<u64> {
        self.integers
            .get(category)?
            .difference(told)
            .next()
            .copied()
    }

    /// Whether an integer is one of those that are known to fall in a category.
    pub(in crate::checks) fn falls(&self, number: u64, category: &str) -> bool {
        let all = self.integers.get(category);
        all.is_some_and(|all| all.contains(&number))
    }

    /// Whether any integer or decimal falls in a category.
    pub(in crate::checks) fn has(&self, category: &str) -> bool {
        self.any.contains(category)
    }

    /// Whether any decimal does.
    pub(in crate::checks) fn has_decimals(&self, category: &str) -> bool {
        self.decimals.contains(category)
    }

    /// Whether integers need different forms at all.
    pub(in crate::checks) fn differ(&self) -> bool {
        self.integers.len() > 1
    }

    /// The categories that integers need, but for those `told` one by one.
    pub(in crate::checks) fn needed(&self, told: &BTreeSet<u64>) -> Vec<&'static str> {
        let needs = |category: &&str| self.first(category, told).is_some();
        CATEGORIES.into_iter().filter(needs).collect()
    }
}

/// The rules of a language as CLDR has them today.
fn rules_today(lang: &Lang, ordinal: bool) -> Option<icu_plurals::PluralRules> {
    let kind = if ordinal {
        icu_plurals::PluralRuleType::Ordinal
    } else {
        icu_plurals::PluralRuleType::Cardinal
    };
    let locale: icu_locale_core::Locale = lang.to_string().parse().ok()?;
    let options = icu_plurals::PluralRulesOptions::default().with_type(kind);
    icu_plurals::PluralRules::try_new((&locale).into(), options).ok()
}

fn name_today(category: icu_plurals::PluralCategory) -> &'static str {
    use icu_plurals::PluralCategory as Category;
    match category {
        Category::Zero => "zero",
        Category::One => "one",
        Category::Two => "two",
        Category::Few => "few",
        Category::Many => "many",
        Category::Other => "other",
    }
}

/// A choice by number: one whose keys are plural categories and numbers.
pub(in crate::checks) struct ByNumber<'a> {
    /// The choice.
    pub(in crate::checks) select: &'a Select,
    /// The variable that holds the number, without `$`.
    pub(in crate::checks) variable: &'a str,
    /// Whether the number orders, and does not count.
    pub(in crate::checks) ordinal: bool,
    /// The forms of its language.
    pub(in crate::checks) plurals: Arc<Plurals>,
    /// The integers that have a variant of their own.
    pub(in crate::checks) told: BTreeSet<u64>,
}

impl<'a> ByNumber<'a> {
    /// The variants whose keys are categories, and which they are.
    pub(in crate::checks) fn forms(
        &self,
        side: Side<'a>,
    ) -> impl Iterator<Item = (&'static str, &'a Variant)> {
        let variants = self.select.variants.iter();
        variants.filter_map(move |variant| Some((category(side, variant)?, variant)))
    }
}

/// The choices by number in a value or attribute.
pub(in crate::checks) fn by_number(side: Side<'_>) -> Vec<ByNumber<'_>> {
    let choices = side.selects().into_iter();
    choices.filter_map(|select| choice(side, select)).collect()
}

fn choice<'a>(side: Side<'a>, select: &'a Select) -> Option<ByNumber<'a>> {
    let (variable, ordinal) = number(side, &select.selector)?;
    let is_key = |variant: &&Variant| {
        variant.is_number || variant.default || category(side, variant).is_some()
    };
    let is_form = |variant: &Variant| category(side, variant).is_some_and(|name| name != "other");
    if !select.variants.iter().all(|variant| is_key(&variant))
        || !select.variants.iter().any(is_form)
    {
        return None;
    }
    let numbers = select.variants.iter().filter(|variant| variant.is_number);
    let told = numbers.filter_map(|variant| integer(side.text(&variant.key)));
    Some(ByNumber {
        select,
        variable,
        ordinal,
        plurals: Plurals::of(side.page.lang, ordinal)?,
        told: told.collect(),
    })
}

/// The variable that is a number here, and whether the number orders: `$n`, `NUMBER($n)`.
fn number<'a>(side: Side<'a>, selector: &'a Expression) -> Option<(&'a str, bool)> {
    match selector {
        Expression::Variable(name) => Some((side.text(name), false)),
        Expression::Function(name, arguments) if side.text(name) == "NUMBER" => {
            let Expression::Variable(variable) = arguments.positional.first()? else {
                return None;
            };
            let ordinal = arguments.named.iter().any(|(name, value)| {
                let said = matches!(value, Expression::Text(text) if side.text(text) == "ordinal");
                said && side.text(name) == "type"
            });
            Some((side.text(variable), ordinal))
        }
        _ => None,
    }
}

/// The category that the key of a variant names.
pub(in crate::checks) fn category(side: Side<'_>, variant: &Variant) -> Option<&'static str> {
    let key = side.text(&variant.key);
    CATEGORIES.into_iter().find(|name| *name == key)
}

/// The integer that a key names: `1` and `1.0` are one.
pub(in crate::checks) fn integer(key: &str) -> Option<u64> {
    let (whole, rest) = key.split_once('.').unwrap_or((key, ""));
    let zeros = rest.bytes().all(|byte| byte == b'0');
    whole.parse().ok().filter(|_| zeros)
}

fn name(category: &PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_needs_its_own_forms() {
        for (lang, needed) in [
            ("ru", "one few many"),
            ("en", "one other"),
            ("en-GB", "one other"),
            ("ja", "other"),
            ("ar", "zero one two few many other"),
            ("pl", "one few many"),
        ] {
            let plurals = Plurals::of(&lang.parse().unwrap(), false).unwrap();
            assert_eq!(plurals.needed(&BTreeSet::new()).join(" "), needed, "{lang}");
        }
        let ordinals = Plurals::of(&"en".parse().unwrap(), true).unwrap();
        assert_eq!(
            ordinals.needed(&BTreeSet::new()).join(" "),
            "one two few other"
        );
        assert!(Plurals::of(&"tlh".parse().unwrap(), false).is_none());
    }

    #[test]
    fn russian_counts_many_numbers_as_one() {
        let told = BTreeSet::from([1]);
        let of = |lang: &str| Plurals::of(&lang.parse().unwrap(), false).unwrap();
        assert!(of("ru").reached("one", &told) > 50);
        assert_eq!(of("en").reached("one", &told), 0);
        assert!(of("ru").has("other") && !of("ru").has("two"));
    }
}
