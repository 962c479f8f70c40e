//! What leaves the program: forms for people and for machines.

mod adopt;
mod adopt_json;
mod carry;
mod carry_json;
mod change_names;
mod diagnostics;
mod diff;
mod diff_json;
mod diff_markdown;
mod matrix;
mod status_json;
mod style;
mod table;
mod unified;
mod window;

pub use adopt::{AdoptShown, adopted, adopted_in_full};
pub use adopt_json::AdoptJson;
pub use carry::{carried, why_name};
pub use carry_json::{CarriedJson, CarryJson};
pub use change_names::{kind_name, nature_name};
pub use diagnostics::{DiagnosticJson, Drawing, PlaceJson, Sources, draw};
pub use diff::{Shown, diff};
pub use diff_json::DiffJson;
pub use diff_markdown::diff_markdown;
pub use matrix::{amount, matrix, status_name, totals, words};
pub use status_json::StatusJson;
pub use style::{NUMBER, of as of_status};
pub use table::{Cell, Table, shorten};
pub use unified::unified;
