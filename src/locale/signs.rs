//! Where each language sets the percent sign and the sign of a currency: facts of CLDR 48,
//! which the stable part of ICU4X does not carry.

/// The pattern of a percentage: `{}` stands for the digits. A language that is not listed
/// sets a space before the sign, as the International System of Units does.
pub(super) fn percent(tag: &str) -> &'static str {
    find(tag, PERCENT).unwrap_or("{}\u{a0}%")
}

/// The pattern of a sum of money: `{}` stands for the digits. A language that is not listed
/// writes the code of the currency after the digits.
pub(super) fn money(tag: &str, code: &str, symbol: bool) -> String {
    let code = code.to_ascii_uppercase();
    let pattern = find(tag, MONEY);
    let sign = pattern.filter(|_| symbol).and_then(|_| sign(tag, &code));
    let sign = sign.unwrap_or(&code);
    // Letters never touch digits.
    let (first, last) = (sign.chars().next(), sign.chars().next_back());
    match pattern.unwrap_or("{}\u{a0}¤") {
        "¤{}" if last.is_some_and(char::is_alphabetic) => format!("{sign}\u{a0}{{}}"),
        "{}¤" if first.is_some_and(char::is_alphabetic) => format!("{{}}\u{a0}{sign}"),
        pattern => pattern.replace('¤', sign),
    }
}

/// How many digits a currency has after the decimal sign.
pub(super) fn minor_digits(code: &str) -> u8 {
    let among = |list: &str| list.split(' ').any(|one| one.eq_ignore_ascii_case(code));
    match (among(NO_MINOR), among(THREE_MINOR)) {
        (true, _) => 0,
        (_, true) => 3,
        _ => 2,
    }
}

/// The sign that a language has for a currency. What `$` is depends on the country, so that
/// a tag has only what is listed for it.
fn sign(tag: &str, code: &str) -> Option<&'static str> {
    let listed = |signs: &'static str| {
        let mut pairs = signs.split(", ").filter_map(|pair| pair.split_once(' '));
        pairs.find(|(one, _)| *one == code).map(|(_, sign)| sign)
    };
    let own = exactly(tag, OWN_SIGNS).and_then(listed);
    own.or_else(|| exactly(tag, SHARED_SIGNS).and_then(listed))
}

/// What a table says of a tag, or else of the language in it.
fn find(tag: &str, table: &[(&'static str, &str)]) -> Option<&'static str> {
    exactly(tag, table).or_else(|| exactly(tag.split('-').next()?, table))
}

/// What a table says of a tag.
fn exactly(tag: &str, table: &[(&'static str, &str)]) -> Option<&'static str> {
    let named = |(_, tags): &&(&str, &str)| tags.split(' ').any(|one| one == tag);
    table.iter().find(named).map(|(value, _)| *value)
}

/// The place of the percent sign, and the tags that set it there.
const PERCENT: &[(&str, &str)] = &[
    (
        "{}%",
        "en it pt uk pl bg sr hu nl et lv el az kk uz ky tg hy ka he hi th vi id ms zh ja ko ga \
         is sq mn de-CH de-LI fr-CH es-AR es-CL es-CO es-MX es-PE es-US",
    ),
    (
        "{}\u{a0}%",
        "ru de fr es be cs sk hr sl ro fi sv nb da lt ca gl mk en-AT en-DE",
    ),
    ("%{}", "tr"),
    ("%\u{a0}{}", "eu"),
];

/// The place of the sign of a currency, and the tags that set it there.
const MONEY: &[(&str, &str)] = &[
    ("¤{}", "en hi th ms zh ja ko ga tr id es-MX es-US"),
    (
        "{}\u{a0}¤",
        "ru de fr es it pt-PT be pl cs sk bg sr da lv el az kk uz ky tg hy ka vi ca gl mk sq uk \
         ro hu is hr sl fi sv nb et lt eu",
    ),
    ("¤\u{a0}{}", "pt mn de-AT de-CH de-LI en-AT it-CH"),
    ("{}¤", "bn"),
];

/// The signs that a language has beside the shared ones, or in their stead.
const OWN_SIGNS: &[(&str, &str)] = &[
    ("USD US$, JPY JP¥", "en-GB"),
    ("RUB ₽, UAH ₴", "ru ru-RU"),
    ("AUD AU$", "de de-DE de-AT"),
    ("USD US$, JPY JP¥, AUD AU$", "pt pt-BR pt-PT"),
    ("JPY JP¥, RUB ₽, KZT ₸", "kk kk-KZ"),
    (
        "USD $US, EUR €, GBP £GB, INR ₹, KRW ₩, ILS ₪, VND ₫, BRL R$, CAD $CA, AUD $AU, NZD $NZ, \
         MXN $MX",
        "fr fr-FR",
    ),
    ("USD US$, EUR €, VND ₫", "es es-ES"),
    (
        "EUR €, GBP £, CNY CN¥, ILS ₪, CAD CA$, AUD A$, NZD NZ$",
        "it it-IT",
    ),
    ("JPY ¥, UAH ₴", "uk uk-UA"),
    ("EUR €, BRL R$, PLN zł", "pl pl-PL"),
];

/// The signs that many languages have in common.
const SHARED_SIGNS: &[(&str, &str)] = &[(
    "USD $, EUR €, GBP £, JPY ¥, CNY CN¥, INR ₹, KRW ₩, ILS ₪, VND ₫, BRL R$, CAD CA$, AUD A$, \
     NZD NZ$, MXN MX$, HKD HK$, TWD NT$",
    "en en-US en-GB ru ru-RU de de-DE de-AT pt pt-BR pt-PT kk kk-KZ",
)];

/// Currencies without smaller coins in use.
const NO_MINOR: &str = "AFN ALL BIF CLP COP DJF GNF HUF IDR IQD IRR ISK JPY KMF KPW KRW LAK LBP \
                        MGA MMK PKR PYG RWF SLL SOS SYP UGX VND VUV XAF XOF XPF YER";

/// Currencies whose unit has a thousand parts.
const THREE_MINOR: &str = "BHD JOD KWD LYD OMR TND";
