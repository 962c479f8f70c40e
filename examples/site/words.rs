//! What the articles say: sentences of a small vocabulary, in Russian and English at once.

/// The same words in Russian and in English.
pub(crate) type Both = [String; 2];

type Phrase = [&'static str; 2];

/// Numbers that look random and are the same in every run.
pub(crate) struct Dice(u64);

impl Dice {
    /// The dice of one article; another `throw` gives other numbers.
    pub(crate) fn new(article: usize, throw: u64) -> Self {
        Self((article as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ throw.rotate_left(32))
    }

    /// A number below `sides`: a step of `SplitMix64`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // The upper bits are the better ones.
        usize::try_from((mixed >> 33) % sides as u64).unwrap_or_default()
    }

    fn pick(&mut self, phrases: &[Phrase]) -> Phrase {
        phrases[self.roll(phrases.len())]
    }
}

/// A sentence without marks, with its full stop.
pub(crate) fn sentence(dice: &mut Dice) -> Both {
    let form = dice.roll(5);
    let year = 2000 + dice.roll(27);
    let [first, second] = [clause(dice), clause(dice)];
    let [place, time] = [dice.pick(PLACES), dice.pick(TIMES)];
    [0, 1].map(|lang| {
        let [first, second] = [&first[lang], &second[lang]];
        let [place, time] = [place[lang], time[lang]];
        let and = [", и", ", and"][lang];
        let year = match lang {
            0 => format!("По данным на {year} год"),
            _ => format!("As of {year}"),
        };
        let said = match form {
            0 => format!("{first} {place}."),
            1 => format!("{time} {first} {place}."),
            2 => format!("{first}{and} {second} {place}."),
            3 => format!("{place} {first}{and} {time} {second}."),
            _ => format!("{year}, {first} {place}."),
        };
        capital(&said)
    })
}

/// Who does what to what: no capital letter and no stop.
pub(crate) fn clause(dice: &mut Dice) -> Both {
    let words = [dice.pick(SUBJECTS), dice.pick(VERBS), dice.pick(OBJECTS)];
    [0, 1].map(|lang| words.map(|phrase| phrase[lang]).join(" "))
}

/// A thing that something happens to.
pub(crate) fn thing(dice: &mut Dice) -> Phrase {
    dice.pick(OBJECTS)
}

/// Someone who does something; all are different below 30.
pub(crate) fn subject(number: usize) -> Phrase {
    SUBJECTS[number % SUBJECTS.len()]
}

/// The text with a capital letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The id that GitHub gives to a heading.
pub(crate) fn anchor(heading: &str) -> String {
    let lower = heading.to_lowercase().replace(' ', "-");
    lower
        .chars()
        .filter(|letter| letter.is_alphanumeric() || "-_".contains(*letter))
        .collect()
}

const SUBJECTS: &[Phrase] = &[
    ["городской музей", "the city museum"],
    ["новая школа", "the new school"],
    ["районная библиотека", "the district library"],
    ["детский театр", "the children's theatre"],
    ["главный врач", "the chief doctor"],
    ["совет жильцов", "the council of residents"],
    ["старый порт", "the old port"],
    ["речной вокзал", "the river terminal"],
    ["ботанический сад", "the botanical garden"],
    ["местный завод", "the local plant"],
    ["молодой архитектор", "a young architect"],
    ["университет", "the university"],
    ["пекарня у моста", "the bakery by the bridge"],
    ["клуб путешественников", "the travellers' club"],
    ["служба погоды", "the weather service"],
    ["редакция", "the editorial office"],
    ["народный хор", "the folk choir"],
    ["метро", "the underground"],
    ["инженер", "the engineer"],
    ["приют для собак", "the dog shelter"],
    ["фермерский рынок", "the farmers' market"],
    ["команда гребцов", "the rowing team"],
    ["почта", "the post office"],
    ["обсерватория", "the observatory"],
    ["морской патруль", "the sea patrol"],
    ["союз учителей", "the teachers' union"],
    ["архив", "the archive"],
    ["поликлиника", "the clinic"],
    ["книжный фестиваль", "the book festival"],
    ["лесничество", "the forestry office"],
];

const VERBS: &[Phrase] = &[
    ["открывает", "opens"],
    ["готовит", "prepares"],
    ["показывает", "shows"],
    ["обсуждает", "discusses"],
    ["строит", "builds"],
    ["ремонтирует", "repairs"],
    ["изучает", "studies"],
    ["поддерживает", "supports"],
    ["проверяет", "checks"],
    ["описывает", "describes"],
    ["собирает", "collects"],
    ["предлагает", "offers"],
    ["переносит", "moves"],
    ["сравнивает", "compares"],
    ["хранит", "keeps"],
    ["возвращает", "returns"],
    ["расширяет", "extends"],
    ["обновляет", "renews"],
    ["сокращает", "shortens"],
    ["ищет", "looks for"],
];

const OBJECTS: &[Phrase] = &[
    ["новый зал", "a new hall"],
    ["старый мост", "the old bridge"],
    ["тихий двор", "a quiet yard"],
    ["летнюю программу", "the summer programme"],
    ["карту маршрутов", "a map of routes"],
    ["большую выставку", "a large exhibition"],
    ["расписание поездов", "the timetable of trains"],
    ["редкие книги", "rare books"],
    ["бесплатные уроки", "free lessons"],
    ["правила парковки", "the parking rules"],
    ["зимний сад", "the winter garden"],
    ["набережную", "the embankment"],
    ["сборник рассказов", "a volume of stories"],
    ["план работ", "the plan of work"],
    ["каменную лестницу", "the stone stairs"],
    ["утренний рейс", "the morning flight"],
    ["первые итоги", "the first results"],
    ["деревянные лодки", "wooden boats"],
    ["подробный отчёт", "a detailed report"],
    ["помощников", "assistants"],
    ["снимки с воздуха", "pictures from the air"],
    ["вечерний концерт", "the evening concert"],
    ["общую кухню", "a shared kitchen"],
    ["письма читателей", "letters from readers"],
    ["дорогу к озеру", "the road to the lake"],
    ["старинные часы", "an antique clock"],
    ["запас воды", "the supply of water"],
    ["цены на билеты", "the prices of tickets"],
    ["имена героев", "the names of heroes"],
    ["площадку для игр", "a playground"],
];

const PLACES: &[Phrase] = &[
    ["на главной площади", "on the main square"],
    ["в центре города", "in the centre of the city"],
    ["у реки", "by the river"],
    ["за старой стеной", "behind the old wall"],
    ["в соседнем квартале", "in the next block"],
    ["на берегу залива", "on the shore of the bay"],
    ["под открытым небом", "under the open sky"],
    ["в двух шагах от вокзала", "a short walk from the station"],
    ["на верхнем этаже", "on the top floor"],
    ["в маленькой деревне", "in a small village"],
    ["рядом с парком", "next to the park"],
    ["на северной окраине", "on the northern edge"],
    ["по всей области", "all over the region"],
    ["в горах", "in the mountains"],
    ["между домами", "between the houses"],
];

const TIMES: &[Phrase] = &[
    ["в субботу", "on Saturday"],
    ["в начале весны", "in early spring"],
    ["каждое утро", "every morning"],
    ["после ремонта", "after the repair"],
    ["к концу года", "by the end of the year"],
    [
        "впервые за долгое время",
        "for the first time in a long while",
    ],
    ["в день города", "on the day of the city"],
    ["перед праздниками", "before the holidays"],
    ["без лишнего шума", "without much noise"],
    ["по просьбе соседей", "at the request of neighbours"],
    ["ближе к вечеру", "towards evening"],
    ["вместе с друзьями", "together with friends"],
];
