//! What the readers of tables promise, by example.

mod given;
mod grid;
mod messages;
mod metadata;
mod neighbours;
mod periods;
mod random;
mod real;
mod standard;
mod tidy;
mod values;
mod workbook;
