//! What the readers of tables promise, by example.

mod real;
