//! Histories made for a test, and what is read of them.
