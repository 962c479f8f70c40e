//! Sverka keeps every language of a site saying the same thing.

pub mod text;

pub mod diagnostic;
pub mod messages;

pub mod document;

pub mod project;

pub mod align;
pub mod track;

pub mod report;

pub mod cli;
