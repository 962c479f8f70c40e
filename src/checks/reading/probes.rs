//! Values to try messages with.

use std::collections::{BTreeMap, BTreeSet};

use fluent::{FluentArgs, FluentValue};

use super::plurals::{by_number, integer};
use super::references::Graph;
use super::sides::{Side, variables};
use crate::document::Expression;

/// What a variable may be, as its uses show.
#[derive(Debug, Clone, Default)]
struct Uses<'a> {
    number: bool,
    date: bool,
    /// The words by which something is chosen, and the numbers.
    words: BTreeSet<&'a str>,
    numbers: BTreeSet<u64>,
}

/// The values of each variable of a message.
#[derive(Default)]
pub(in crate::checks) struct Probes<'a> {
    values: BTreeMap<&'a str, Vec<Value<'a>>>,
}

#[derive(Clone, Copy)]
enum Value<'a> {
    Word(&'a str),
    Number(f64),
}

/// Numbers of every plural category of most languages.
const NUMBERS: [f64; 7] = [0.0, 1.0, 2.0, 5.0, 11.0, 21.0, 1.5];

/// A moment in 2001, as milliseconds.
const MOMENT: f64 = 1e12;

/// A message is said in no more rounds than this.
const MOST: usize = 50;

/// A message with more variables than this, its own and those of what it refers to, is not said.
const MOST_VARIABLES: usize = 100;

impl Probes<'_> {
    /// How many rounds there are: in each, every variable has another one of its values.
    pub(in crate::checks) fn rounds(&self) -> usize {
        let longest = self.values.values().map(Vec::len).max();
        longest.unwrap_or(1).min(MOST)
    }

    /// The values of a round.
    pub(in crate::checks) fn round(&self, round: usize) -> FluentArgs<'_> {
        let values = self.values.iter().map(|(name, values)| {
            let value = match values[round % values.len()] {
                Value::Word(word) => FluentValue::from(word),
                Value::Number(number) => number.into(),
            };
            (*name, value)
        });
        values.collect()
    }

    /// The same for people: `$count = 21`.
    pub(in crate::checks) fn told(&self, round: usize) -> String {
        let values = self
            .values
            .iter()
            .map(|(name, values)| match values[round % values.len()] {
                Value::Word(word) => format!("${name} = {word}"),
                Value::Number(number) => format!("${name} = {number}"),
            });
        values.collect::<Vec<_>>().join(", ")
    }
}

/// Values for each node of a graph: for its variables, and those of the messages that it refers to.
pub(in crate::checks) fn probes<'a>(graph: &Graph<'a>) -> Vec<Probes<'a>> {
    let mut all: Vec<BTreeMap<&str, Uses<'_>>> = vec![BTreeMap::new(); graph.nodes.len()];
    for component in graph.components() {
        for at in component {
            let node = &graph.nodes[at];
            let mut own = uses(node.side);
            for (reference, to) in &node.edges {
                // Terms see only what is handed over to them.
                let Some(to) = to.filter(|_| !reference.is_term) else {
                    continue;
                };
                for (name, uses) in &all[to] {
                    if own.len() > MOST_VARIABLES {
                        break;
                    }
                    own.entry(name).or_default().add(uses);
                }
            }
            all[at] = own;
        }
    }
    let probes = all.into_iter().map(|variables| {
        let values = variables
            .into_iter()
            .map(|(name, uses)| (name, uses.values()));
        Probes {
            values: values.collect(),
        }
    });
    probes.collect()
}

impl<'a> Uses<'a> {
    fn add(&mut self, other: &Self) {
        self.number |= other.number;
        self.date |= other.date;
        if self.words.len() < MOST {
            self.words.extend(&other.words);
        }
        if self.numbers.len() < MOST {
            self.numbers.extend(&other.numbers);
        }
    }

    fn values(self) -> Vec<Value<'a>> {
        if self.date {
            return vec![Value::Number(MOMENT)];
        }
        #[expect(clippy::cast_precision_loss, reason = "it is a number to try")]
        let keys = self
            .numbers
            .into_iter()
            .map(|number| Value::Number(number as f64));
        let numbers = NUMBERS.map(Value::Number).into_iter().chain(keys);
        if self.number {
            return numbers.collect();
        }
        let words = self.words.into_iter().map(Value::Word);
        [Value::Word("text")].into_iter().chain(words).collect()
    }
}

/// What the variables of a value or attribute are used for.
fn uses(side: Side<'_>) -> BTreeMap<&str, Uses<'_>> {
    let mut out: BTreeMap<&str, Uses<'_>> = BTreeMap::new();
    let expressions = side.expressions();
    for name in variables(&expressions) {
        out.entry(side.text(name)).or_default();
    }
    for expression in expressions {
        match expression {
            Expression::Function(name, arguments) => {
                let (number, date) = match side.text(name) {
                    "NUMBER" => (true, false),
                    "DATETIME" => (false, true),
                    _ => continue,
                };
                for variable in variables(&arguments.positional.iter().collect::<Vec<_>>()) {
                    let uses = out.entry(side.text(variable)).or_default();
                    uses.number |= number;
                    uses.date |= date;
                }
            }
            Expression::Select(select) => {
                let Expression::Variable(name) = &select.selector else {
                    continue;
                };
                let uses = out.entry(side.text(name)).or_default();
                for variant in &select.variants {
                    let key = side.text(&variant.key);
                    if variant.is_number {
                        uses.number = true;
                        uses.numbers.extend(integer(key));
                    } else {
                        uses.words.insert(key);
                    }
                }
            }
            _ => {}
        }
    }
    for choice in by_number(side) {
        out.entry(choice.variable).or_default().number = true;
    }
    out
}
