//! Sverka keeps every language of a site saying the same thing.

pub mod text;

pub mod diagnostic;

pub mod project;
