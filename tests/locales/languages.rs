//! The languages of the locales: their codes, letters and the forms of a number.

/// A language that texts are made up in.
pub(crate) struct Language {
    /// Its code.
    pub(crate) code: &'static str,
    /// The letters that syllables begin with and those that they end with.
    pub(crate) letters: [&'static str; 2],
    /// What stands between words.
    pub(crate) space: &'static str,
    /// The forms of a number; the last one is that of all others.
    pub(crate) forms: &'static [&'static str],
}

const ONE: &[&str] = &["other"];
const TWO: &[&str] = &["one", "other"];
const SLAVIC: &[&str] = &["one", "few", "many"];
const CZECH: &[&str] = &["one", "few", "other"];
const ARABIC: &[&str] = &["zero", "one", "two", "few", "many", "other"];

const LATIN: [&str; 2] = ["bdfgklmnprstvz", "aeiou"];
const ACCENTS: [&str; 2] = ["bdfgklmnprstvzčš", "aeiouáéöü"];
const CYRILLIC: [&str; 2] = ["бвгджзклмнпрст", "аеиоуыэюя"];
const GREEK: [&str; 2] = ["βγδζθκλμνπρστφ", "αεηιου"];
const ARAB: [&str; 2] = ["بتثجحدرسشعفقكلمن", "اوي"];
const HEBREW: [&str; 2] = ["בגדהזחטכלמנספצקר", "אוי"];
const DEVANAGARI: [&str; 2] = ["कखगचजटडतदनपबमरलसह", "ािीुेो"];
const BENGALI: [&str; 2] = ["কখগচজটডতদনপবমরলসহ", "ািীুো"];
const GURMUKHI: [&str; 2] = ["ਕਖਗਚਜਟਡਤਦਨਪਬਮਰਲਸਹ", "ਾਿੀੁੋ"];
const GUJARATI: [&str; 2] = ["કખગચજટડતદનપબમરલસહ", "ાિીુો"];
const TAMIL: [&str; 2] = ["கசடதபமயரலவறன", "ாிீுொ"];
const TELUGU: [&str; 2] = ["కఖగచజటడతదనపబమరలసహ", "ాిీుొ"];
const KANNADA: [&str; 2] = ["ಕಖಗಚಜಟಡತದನಪಬಮರಲಸಹ", "ಾಿೀುೊ"];
const MALAYALAM: [&str; 2] = ["കഖഗചജടഡതദനപബമരലസഹ", "ാിീുൊ"];
const SINHALA: [&str; 2] = ["කගචජටඩතදනපබමරලසහ", "ාිීුො"];
const THAI: [&str; 2] = ["กขคงจชดตทนบปพมรลวส", "าีูะ"];

const KHMER: [&str; 2] = ["កខគងចជដតនបពមរលសហ", "ាិុេ"];
const BURMESE: [&str; 2] = ["ကခဂငစဇတဒနပဗမရလသဟ", "ာိုေ"];
const GEORGIAN: [&str; 2] = ["ბგდვზთკლმნპრსტფქ", "აეიოუ"];
const ARMENIAN: [&str; 2] = ["բգդզթժլկհմնպսվտր", "աեիոու"];
const ETHIOPIC: [&str; 2] = ["ሀለመሠረሰሸቀበተነአከወዘየደገ", "ሁሉሙሩሱ"];
const HANGUL: [&str; 2] = ["가나다라마바사아자차", "기니디리미비시이지치"];
const HAN: [&str; 2] = ["文件打开保存关闭窗口设置", "选择用户名称密码网页搜索"];
const KANA: [&str; 2] = ["かきくけこさしすせそ", "たちつてとなにぬねの"];

const fn language(
    code: &'static str,
    letters: [&'static str; 2],
    forms: &'static [&'static str],
) -> Language {
    Language {
        code,
        letters,
        space: " ",
        forms,
    }
}

const fn dense(code: &'static str, letters: [&'static str; 2]) -> Language {
    Language {
        code,
        letters,
        space: "",
        forms: ONE,
    }
}

/// The language that all others are translated from.
pub(crate) static SOURCE: Language = language("ru", CYRILLIC, SLAVIC);

/// A hundred languages to translate into.
pub(crate) static LANGUAGES: [Language; 100] = [
    language("en", LATIN, TWO),
    language("de", ACCENTS, TWO),
    language("fr", ACCENTS, TWO),
    language("es", ACCENTS, TWO),
    language("it", LATIN, TWO),
    language("pt-BR", ACCENTS, TWO),
    language("pt-PT", ACCENTS, TWO),
    language("nl", LATIN, TWO),
    language("sv", ACCENTS, TWO),
    language("da", ACCENTS, TWO),
    language("nb", ACCENTS, TWO),
    language("nn", ACCENTS, TWO),
    language("fi", ACCENTS, TWO),
    language("et", ACCENTS, TWO),
    language("lv", ACCENTS, TWO),
    language("lt", ACCENTS, CZECH),
    language("pl", ACCENTS, SLAVIC),
    language("cs", ACCENTS, CZECH),
    language("sk", ACCENTS, CZECH),
    language("sl", ACCENTS, CZECH),
    language("hr", ACCENTS, CZECH),
    language("bs", ACCENTS, CZECH),
    language("hu", ACCENTS, TWO),
    language("ro", ACCENTS, CZECH),
    language("sq", ACCENTS, TWO),
    language("tr", ACCENTS, TWO),
    language("az", ACCENTS, TWO),
    language("uz", LATIN, TWO),
    language("tk", ACCENTS, TWO),
    language("ca", ACCENTS, TWO),
    language("gl", ACCENTS, TWO),
    language("eu", LATIN, TWO),
    language("ast", ACCENTS, TWO),
    language("an", ACCENTS, TWO),
    language("oc", ACCENTS, TWO),
    language("br", ACCENTS, TWO),
    language("cy", ACCENTS, CZECH),
    language("ga", ACCENTS, CZECH),
    language("gd", ACCENTS, CZECH),
    language("is", ACCENTS, TWO),
    language("fo", ACCENTS, TWO),
    language("fy", ACCENTS, TWO),
    language("lb", ACCENTS, TWO),
    language("rm", ACCENTS, TWO),
    language("fur", ACCENTS, TWO),
    language("sc", ACCENTS, TWO),
    language("mt", ACCENTS, CZECH),
    language("af", ACCENTS, TWO),
    language("zu", LATIN, TWO),
    language("xh", LATIN, TWO),
    language("sw", LATIN, TWO),
    language("so", LATIN, TWO),
    language("ha", LATIN, TWO),
    language("yo", ACCENTS, ONE),
    language("id", LATIN, ONE),
    language("ms", LATIN, ONE),
    language("vi", ACCENTS, ONE),
    language("tl", LATIN, TWO),
    language("jv", LATIN, ONE),
    language("eo", ACCENTS, TWO),
    language("ia", LATIN, TWO),
    language("kab", ACCENTS, TWO),
    language("hsb", ACCENTS, CZECH),
    language("gn", ACCENTS, TWO),
    language("qu", LATIN, TWO),
    language("mi", LATIN, TWO),
    language("be", CYRILLIC, SLAVIC),
    language("uk", CYRILLIC, SLAVIC),
    language("bg", CYRILLIC, TWO),
    language("mk", CYRILLIC, TWO),
    language("sr", CYRILLIC, CZECH),
    language("kk", CYRILLIC, TWO),
    language("ky", CYRILLIC, TWO),
    language("tg", CYRILLIC, TWO),
    language("mn", CYRILLIC, TWO),
    language("el", GREEK, TWO),
    language("hy", ARMENIAN, TWO),
    language("ka", GEORGIAN, TWO),
    language("ar", ARAB, ARABIC),
    language("fa", ARAB, TWO),
    language("ur", ARAB, TWO),
    language("he", HEBREW, TWO),
    language("hi", DEVANAGARI, TWO),
    language("mr", DEVANAGARI, TWO),
    language("ne", DEVANAGARI, TWO),
    language("bn", BENGALI, TWO),
    language("pa", GURMUKHI, TWO),
    language("gu", GUJARATI, TWO),
    language("ta", TAMIL, TWO),
    language("te", TELUGU, TWO),
    language("kn", KANNADA, TWO),
    language("ml", MALAYALAM, TWO),
    language("si", SINHALA, TWO),
    language("am", ETHIOPIC, TWO),
    language("ko", HANGUL, ONE),
    dense("th", THAI),
    dense("km", KHMER),
    dense("my", BURMESE),
    dense("ja", KANA),
    dense("zh-CN", HAN),
];
