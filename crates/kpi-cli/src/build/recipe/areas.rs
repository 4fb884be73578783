use super::log::Log;
use super::table::{Table, Value, names};
use super::{Areas, Group, Members, Others, Placed};
use kpi_core::model::Method;
use std::collections::BTreeMap;

/// `[areas]`
pub(super) fn read(value: &Value<'_>, log: &mut Log<'_>) -> Option<Areas> {
    let mut table = value.table(log)?;
    let focus = table.need("focus", log).and_then(|value| value.text(log));
    let compare = table.texts("compare", log);
    let others = match table.take("others") {
        None => Others::Listed(Vec::new()),
        Some(value) if value.as_text() == Some("all") => Others::All,
        Some(value) => Others::Listed(value.texts(log)?),
    };
    let names = table.take("names").and_then(|value| names(&value, log)).unwrap_or_default();
    let same = table.take("same").and_then(|value| same(&value, log)).unwrap_or_default();
    table.finish(log);
    Some(Areas { focus: focus?, compare, others, names, same })
}

/// `[areas.same]`: codes that were given up, and those under which their places go on.
fn same(value: &Value<'_>, log: &mut Log<'_>) -> Option<BTreeMap<String, Placed<String>>> {
    let table = value.table(log)?;
    let same: BTreeMap<String, Placed<String>> =
        table.each().filter_map(|(old, value)| Some((old.value, value.text(log)?))).collect();
    for (old, new) in &same {
        if same.contains_key(&new.value) {
            let what = format!("\"{old}\" goes on under \"{}\", which itself goes on under another code.", new.value);
            log.error(new.at, what, "Write the latest code behind each older one.");
        }
    }
    Some(same)
}

/// `[[groups]]`
pub(super) fn group(mut table: Table<'_>, log: &mut Log<'_>) -> Option<Group> {
    let methods = [("median", Method::Median), ("mean", Method::Mean)];
    let id = table.need("id", log).and_then(|value| value.id(log));
    let name = table.need_text("name", log);
    let method = table.need("method", log).and_then(|value| value.word(&methods, log));
    let model = table.text("model", log);
    let year = table.take("year").and_then(|value| value.whole("a year", log));
    let members = match (table.take("members"), table.take("neighbours")) {
        (Some(members), None) => members.texts(log).map(Members::Listed),
        (None, Some(file)) => file.text(log).map(Members::Neighbours),
        (members, _) => {
            let what = if members.is_some() { "has both members and neighbours" } else { "does not say who is in it" };
            let mend = "Write neighbours = \"the DfE's file\", or members = [\"E06...\"].";
            log.error(table.at, format!("The group {what}."), mend);
            None
        }
    };
    table.finish(log);
    Some(Group { id: id?, name: name?, method: method?, model, year, members: members? })
}
