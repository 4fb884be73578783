//! JSON as people read it: short things on one line, everything else member by member.
//!
//! Two spaces a level; an object or a list stays on one line where it fits, unless it is a list of objects. Each series
//! of figures is one line and each note is one, so that what changed is a line of a comparison.

mod reader;

use reader::Reader;
use serde::ser::{Serialize, Serializer};

/// Where a line should end.
const WIDTH: usize = 120;

/// Lists whose elements stand on one line each, however long.
const ROWS: [&str; 3] = ["\"series\"", "\"notes\"", "\"note\""];

/// The value as a file: laid out, lines end with LF, one at the end.
pub(crate) fn file(value: &impl Serialize) -> String {
    // Everything that is written here is texts, numbers as text, lists and objects named by texts, which serde_json has
    // no reason to refuse.
    let json = serde_json::to_string(value).unwrap_or_default();
    text(&json)
}

/// Lays out JSON; white space outside texts is as if it were not there.
pub(crate) fn text(json: &str) -> String {
    let mut text = String::with_capacity(json.len() * 3 / 2);
    Reader::of(json).node().write(0, 0, Room::Here, &mut text);
    text.push('\n');
    text
}

/// A value of the text.
enum Node<'t> {
    Scalar(&'t str),
    List(Vec<Self>),
    Object(Vec<(&'t str, Self)>),
}

#[derive(Clone, Copy, PartialEq)]
enum Room {
    /// One line if it fits.
    Here,
    /// One line however long.
    Row,
}

impl Node<'_> {
    fn write(&self, depth: usize, before: usize, room: Room, text: &mut String) {
        if room == Room::Row || (!self.has_objects_in_list() && depth * 2 + before + self.width() <= WIDTH) {
            return self.write_here(text);
        }
        match self {
            Self::Scalar(scalar) => text.push_str(scalar),
            Self::List(nodes) if nodes.iter().all(Self::is_number) => fill(nodes, depth + 1, text),
            Self::List(nodes) => broken(['[', ']'], &unnamed(nodes), depth, room, text),
            Self::Object(members) => {
                let members: Vec<_> = members.iter().map(|(name, node)| (*name, node)).collect();
                broken(['{', '}'], &members, depth, room, text);
            }
        }
    }

    fn write_here(&self, text: &mut String) {
        match self {
            Self::Scalar(scalar) => text.push_str(scalar),
            Self::List(nodes) => {
                text.push('[');
                for (position, node) in nodes.iter().enumerate() {
                    text.push_str(if position == 0 { "" } else { ", " });
                    node.write_here(text);
                }
                text.push(']');
            }
            Self::Object(members) if members.is_empty() => text.push_str("{}"),
            Self::Object(members) => {
                text.push_str("{ ");
                for (position, (name, node)) in members.iter().enumerate() {
                    text.push_str(if position == 0 { "" } else { ", " });
                    text.push_str(name);
                    text.push_str(": ");
                    node.write_here(text);
                }
                text.push_str(" }");
            }
        }
    }

    /// Characters on one line.
    fn width(&self) -> usize {
        match self {
            Self::Scalar(scalar) => scalar.chars().count(),
            Self::List(nodes) => 2 + nodes.iter().map(|node| node.width() + 2).sum::<usize>().saturating_sub(2),
            Self::Object(members) => {
                let member = |(name, node): &(&str, Self)| name.chars().count() + node.width() + 4;
                2 + members.iter().map(member).sum::<usize>()
            }
        }
    }

    /// Whether somewhere in it things are listed one below the other.
    fn has_objects_in_list(&self) -> bool {
        match self {
            Self::Scalar(_) => false,
            Self::List(nodes) => nodes.iter().any(|node| matches!(node, Self::Object(_)) || node.has_objects_in_list()),
            Self::Object(members) => members.iter().any(|(_, node)| node.has_objects_in_list()),
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Scalar(scalar) if !scalar.starts_with('"'))
    }
}

fn unnamed<'n, 't>(nodes: &'n [Node<'t>]) -> Vec<(&'n str, &'n Node<'t>)> {
    nodes.iter().map(|node| ("", node)).collect()
}

/// One member a line.
fn broken([open, close]: [char; 2], members: &[(&str, &Node<'_>)], depth: usize, room: Room, text: &mut String) {
    text.push(open);
    for (position, (name, node)) in members.iter().enumerate() {
        text.push_str(if position == 0 { "\n" } else { ",\n" });
        indent(depth + 1, text);
        text.push_str(name);
        text.push_str(if name.is_empty() { "" } else { ": " });
        match node {
            Node::List(rows) if ROWS.contains(name) && !rows.is_empty() => {
                broken(['[', ']'], &unnamed(rows), depth + 1, Room::Row, text);
            }
            _ => node.write(depth + 1, name.chars().count() + 3, room, text),
        }
    }
    text.push('\n');
    indent(depth, text);
    text.push(close);
}

/// Numbers, as many a line as fit.
fn fill(numbers: &[Node<'_>], depth: usize, text: &mut String) {
    text.push('[');
    let mut used = usize::MAX;
    for (position, number) in numbers.iter().enumerate() {
        text.push_str(if position == 0 { "" } else { "," });
        let width = number.width() + 2;
        if used.saturating_add(width) > WIDTH {
            text.push('\n');
            indent(depth, text);
            used = depth * 2;
        } else {
            text.push(' ');
        }
        used += width;
        number.write_here(text);
    }
    text.push('\n');
    indent(depth.saturating_sub(1), text);
    text.push(']');
}

fn indent(depth: usize, text: &mut String) {
    text.extend(std::iter::repeat_n("  ", depth));
}

/// Members of an object in an order of our own.
pub(crate) struct Named<T>(pub(crate) Vec<(String, T)>);

impl<T: Serialize> Serialize for Named<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}
