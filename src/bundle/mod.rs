//! One language, ready to publish.

pub mod render;
