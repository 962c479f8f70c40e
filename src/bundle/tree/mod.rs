//! The Markdown of the pages, laid out for site generators.
