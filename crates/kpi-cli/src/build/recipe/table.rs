//! A table of publication.toml while it is read: what nobody asks for is unknown.

use super::Placed;
use super::log::{Log, Place, suggestion};
use kpi_core::model::{Date, Decimal};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(super) struct Table<'d> {
    table: &'d DeTable<'d>,
    /// How it is called in messages: `[areas]`.
    name: String,
    pub(super) at: Place,
    asked: Vec<&'static str>,
}

/// A value and where it stands.
pub(super) struct Value<'d> {
    pub(super) key: &'static str,
    value: &'d DeValue<'d>,
    range: std::ops::Range<usize>,
}

impl<'d> Table<'d> {
    pub(super) fn new(table: &'d DeTable<'d>, name: impl Into<String>, at: Place) -> Self {
        Self { table, name: name.into(), at, asked: Vec::new() }
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<Value<'d>> {
        self.asked.push(key);
        let value: &Spanned<DeValue<'d>> = self.table.get(key)?;
        Some(Value { key, value: value.get_ref(), range: value.span() })
    }

    pub(super) fn need(&mut self, key: &'static str, log: &mut Log<'_>) -> Option<Value<'d>> {
        let value = self.take(key);
        if value.is_none() {
            log.error(self.at, format!("{} has no \"{key}\".", self.name), format!("Add {key} = ..."));
        }
        value
    }

    pub(super) fn text(&mut self, key: &'static str, log: &mut Log<'_>) -> Option<String> {
        self.take(key)?.text(log).map(|text| text.value)
    }

    pub(super) fn need_text(&mut self, key: &'static str, log: &mut Log<'_>) -> Option<String> {
        self.need(key, log)?.text(log).map(|text| text.value)
    }

    /// A day, as TOML writes one or as a text.
    pub(super) fn date(&mut self, key: &'static str, log: &mut Log<'_>) -> Option<Date> {
        let value = self.take(key)?;
        let written = log.text(value.range.clone()).trim_matches(['"', '\'']).to_owned();
        Date::parse(&written).or_else(|| value.wrong("a day such as 2021-03-31", log))
    }

    pub(super) fn texts(&mut self, key: &'static str, log: &mut Log<'_>) -> Vec<Placed<String>> {
        self.take(key).and_then(|value| value.texts(log)).unwrap_or_default()
    }

    /// Refuses what nobody asked for.
    pub(super) fn finish(self, log: &mut Log<'_>) {
        for (key, _) in self.table.iter().filter(|(key, _)| !self.asked.contains(&key.get_ref().as_ref())) {
            let found = key.get_ref();
            let what = format!("\"{found}\" is not known in {}.", self.name);
            log.error(Place(key.span().start), what, suggestion(found, self.asked.iter().copied()));
        }
    }

    /// Every member, whatever it is called.
    pub(super) fn each(&self) -> impl Iterator<Item = (Placed<String>, Value<'d>)> + use<'d> {
        self.table.iter().map(|(key, value)| {
            let name = Placed { value: key.get_ref().to_string(), at: Place(key.span().start) };
            (name, Value { key: "", value: value.get_ref(), range: value.span() })
        })
    }
}

impl<'d> Value<'d> {
    pub(super) fn at(&self) -> Place {
        Place(self.range.start)
    }

    pub(super) fn wrong<T>(&self, expected: &str, log: &mut Log<'_>) -> Option<T> {
        let found = log.text(self.range.clone());
        let found: String = found.chars().take(60).take_while(|letter| *letter != '\n').collect();
        log.error(self.at(), format!("{} = {found} is not {expected}.", self.key), format!("Write {expected}."));
        None
    }

    pub(super) fn text(&self, log: &mut Log<'_>) -> Option<Placed<String>> {
        match self.value.as_str().map(str::trim) {
            None | Some("") => self.wrong("a text in quotation marks", log),
            Some(text) => Some(Placed { value: text.to_owned(), at: self.at() }),
        }
    }

    pub(super) fn as_text(&self) -> Option<&'d str> {
        self.value.as_str()
    }

    pub(super) fn texts(&self, log: &mut Log<'_>) -> Option<Vec<Placed<String>>> {
        let Some(list) = self.value.as_array() else { return self.wrong("a list of texts, [\"...\", \"...\"]", log) };
        let each = list
            .iter()
            .filter_map(|value| Value { key: self.key, value: value.get_ref(), range: value.span() }.text(log));
        Some(each.collect())
    }

    pub(super) fn table(&self, log: &mut Log<'_>) -> Option<Table<'d>> {
        match self.value.as_table() {
            Some(table) => Some(Table::new(table, self.key, self.at())),
            None => self.wrong("a table, { ... }", log),
        }
    }

    pub(super) fn as_table(&self) -> Option<&'d DeTable<'d>> {
        self.value.as_table()
    }

    /// The tables of `[[name]]`.
    pub(super) fn tables(&self, name: &'static str, log: &mut Log<'_>) -> Option<Vec<Table<'d>>> {
        let Some(list) = self.value.as_array() else {
            return self.wrong(&format!("a list of tables, [[{name}]]"), log);
        };
        let mut tables = Vec::new();
        for value in list.iter() {
            let value = Value { key: self.key, value: value.get_ref(), range: value.span() };
            tables.extend(value.value.as_table().map(|table| Table::new(table, format!("[[{name}]]"), value.at())));
        }
        Some(tables)
    }

    pub(super) fn truth(&self, log: &mut Log<'_>) -> Option<bool> {
        self.value.as_bool().or_else(|| self.wrong("true or false", log))
    }

    /// A number as it is written.
    pub(super) fn number(&self, log: &mut Log<'_>) -> Option<Decimal> {
        let number = self.as_number(log);
        number.or_else(|| self.wrong("a number", log))
    }

    pub(super) fn as_number(&self, log: &Log<'_>) -> Option<Decimal> {
        let is_number = self.value.is_integer() || self.value.is_float();
        let text = log.text(self.range.clone()).replace('_', "");
        Decimal::parse(&text).map(|parsed| parsed.number).filter(|_| is_number)
    }

    pub(super) fn whole<T: TryFrom<i64>>(&self, expected: &str, log: &mut Log<'_>) -> Option<T> {
        let number = self.as_number(log).filter(|number| number.decimals() == 0);
        number.and_then(|number| T::try_from(number.mantissa()).ok()).or_else(|| self.wrong(expected, log))
    }

    /// A short name that stands in links and paths.
    pub(super) fn id(&self, log: &mut Log<'_>) -> Option<Placed<String>> {
        let id = self.text(log)?;
        let is_letter = |byte: u8| byte.is_ascii_alphanumeric();
        let is_id = id.value.bytes().next().is_some_and(is_letter)
            && id.value.bytes().all(|byte| is_letter(byte) || b"._-".contains(&byte));
        if is_id { Some(id) } else { self.wrong("an id: letters, digits, -, _ and ., such as \"cla-rate\"", log) }
    }

    /// One of some words.
    pub(super) fn word<T: Copy>(&self, words: &[(&str, T)], log: &mut Log<'_>) -> Option<T> {
        let found = self.text(log)?;
        let known = words.iter().find(|(word, _)| *word == found.value);
        if known.is_none() {
            let what = format!("{} = \"{}\" is not a word that may stand here.", self.key, found.value);
            log.error(found.at, what, suggestion(&found.value, words.iter().map(|(word, _)| *word)));
        }
        known.map(|(_, meaning)| *meaning)
    }
}

/// A table of texts by name.
pub(super) fn names(value: &Value<'_>, log: &mut Log<'_>) -> Option<BTreeMap<String, String>> {
    let table = value.table(log)?;
    Some(table.each().filter_map(|(name, value)| Some((name.value, value.text(log)?.value))).collect())
}
