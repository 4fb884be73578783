use super::json::Fields;
use super::log::Log;
use super::problem::Problem;
use crate::model::Decimal;

/// `None` where the file is not of a version that is read here, or no publication at all.
pub(super) fn read(fields: &Fields<'_>, cut_off: bool, log: &mut Log<'_>) -> Option<()> {
    let root = fields.node;
    let json_stat = fields.take("class").is_some();
    let Some(node) = fields.take("kpi") else {
        // Of a file cut off before its version nobody can say what it was.
        if !cut_off {
            log.push(root, Problem::NotKpi { seems: json_stat.then_some("JSON-stat") });
        }
        return None;
    };
    let found = if node.is_text() {
        node.text(log)?
    } else {
        // A number is what people write who do not know that versions are texts.
        Decimal::parse(node.raw).map_or_else(|| node.raw.to_owned(), |parsed| parsed.number.to_string())
    };
    let (major, minor) = found.split_once('.').unwrap_or((&found, "0"));
    if major == "1" && !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(());
    }
    log.push(node, Problem::OtherVersion { found });
    None
}
