//! What leaves the program: forms for people and for machines.

mod diagnostics;
mod window;

pub use diagnostics::{DiagnosticJson, Drawing, PlaceJson, Sources, draw};
