use super::json::Node;
use super::log::Log;
use super::problem::Problem;
use crate::model::{Decimal, Unit, UnitKind};

const KINDS: [&str; 8] = ["count", "percent", "rate", "gbp", "ratio", "days", "score", "other"];

/// `{ "kind": "rate", "per": 10000, "decimals": 1 }`, `{ "kind": "other", "label": "posts", "total": true }`
pub(super) fn read(node: Node<'_>, log: &mut Log<'_>) -> Option<Unit> {
    let fields = node.object(log)?;
    let kind = match fields.need("kind", log)?.word(&KINDS, &KINDS, log)? {
        "count" => UnitKind::Count,
        "percent" => UnitKind::Percent,
        "rate" => UnitKind::Rate { per: per(fields.need("per", log)?, log)? },
        "gbp" => UnitKind::Gbp { scale: scale(fields.take("scale"), log)? },
        "ratio" => UnitKind::Ratio,
        "days" => UnitKind::Days,
        "score" => UnitKind::Score,
        _ => UnitKind::Other { label: fields.need_text("label", log)? },
    };
    // Decimals that cannot be read leave the numbers as they are written.
    let decimals = fields.take("decimals").and_then(|node| decimals(node, log));
    let total = fields.take("total").and_then(|node| node.truth(log));
    fields.finish(log);
    Some(Unit { kind, decimals, total })
}

fn decimals(node: Node<'_>, log: &mut Log<'_>) -> Option<u8> {
    let decimals = u8::try_from(node.whole_number(log)?).ok().filter(|count| *count <= Decimal::MAX_DECIMALS);
    decimals.or_else(|| node.wrong_kind("a whole number up to 12", log))
}

fn per(node: Node<'_>, log: &mut Log<'_>) -> Option<u32> {
    let per = node.whole_number(log)?;
    if per == 0 { node.wrong_kind("a whole number from 1", log) } else { Some(per) }
}

fn scale(node: Option<Node<'_>>, log: &mut Log<'_>) -> Option<u32> {
    let Some(node) = node else { return Some(1) };
    match node.whole_number(log)? {
        scale @ (1 | 1_000 | 1_000_000) => Some(scale),
        other => node.wrong(Problem::UnknownWord { found: other.to_string(), allowed: &["1", "1000", "1000000"] }, log),
    }
}
