use super::{Column, Described, Sort};
use serde_json::Value;

/// Reads "Metadata Vocabulary for Tabular Data" (W3C, 2015): a table, or a group of tables of which the one with this
/// name counts.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Described, String> {
    let json: Value = serde_json::from_slice(bytes).map_err(|error| error.to_string())?;
    let table = match json.get("tables").and_then(Value::as_array) {
        Some(tables) => {
            let is_this = |table: &&Value| {
                table
                    .get("url")
                    .and_then(Value::as_str)
                    .is_some_and(|url| url.rsplit('/').next() == name.rsplit('/').next())
            };
            let found = tables.iter().find(is_this).or(if tables.len() == 1 { tables.first() } else { None });
            found.ok_or_else(|| "it describes other tables".to_owned())?
        }
        None => &json,
    };
    let either = |key: &str| table.get(key).or_else(|| json.get(key));
    let schema = either("tableSchema");
    let nulls = texts(either("null"));
    let columns = schema.and_then(|schema| schema.get("columns")).and_then(Value::as_array);
    let Some(columns) = columns else { return Err("it has no tableSchema with columns".to_owned()) };
    let schema_nulls = texts(schema.and_then(|schema| schema.get("null")));
    let inherited = if schema_nulls.is_empty() { nulls } else { schema_nulls };
    let delimiter = either("dialect").and_then(|dialect| dialect.get("delimiter")).and_then(Value::as_str);
    Ok(Described {
        title: texts(either("dc:title").or_else(|| either("dct:title")).or_else(|| either("rdfs:label")))
            .into_iter()
            .next(),
        publisher: either("dc:publisher").or_else(|| either("dct:publisher")).and_then(publisher),
        notes: texts(either("dc:description").or_else(|| either("rdfs:comment"))),
        delimiter: delimiter.and_then(|text| text.bytes().next()).filter(u8::is_ascii),
        columns: columns.iter().map(|described| column(described, &inherited)).collect(),
    })
}

fn column(json: &Value, inherited: &[String]) -> Column {
    let titles = texts(json.get("titles").or_else(|| json.get("title")));
    let name = texts(json.get("name"));
    // The heading is a title or the name; what people read is the title that is not a mere name.
    let labels = texts(json.get("rdfs:label").or_else(|| json.get("dc:title")));
    let is_words = |title: &&String| title.contains(' ') || title.chars().next().is_some_and(char::is_uppercase);
    let label = labels.first().or_else(|| titles.iter().rev().find(is_words)).cloned();
    let property = json.get("propertyUrl").and_then(Value::as_str);
    let property = property.and_then(|url| url.rsplit(['#', '/', ':']).next()).map(str::to_owned);
    let nulls = texts(json.get("null"));
    Column {
        names: titles.into_iter().chain(name).collect(),
        label,
        property: property.map(|property| snake(&property)).filter(|property| !property.contains('{')),
        sort: json.get("datatype").and_then(sort),
        unit: None,
        note: texts(json.get("dc:description").or_else(|| json.get("rdfs:comment"))).into_iter().next(),
        nulls: if nulls.is_empty() { inherited.to_vec() } else { nulls },
    }
}

fn sort(datatype: &Value) -> Option<Sort> {
    const NUMBERS: &[&str] = &[
        "number",
        "decimal",
        "integer",
        "double",
        "float",
        "long",
        "int",
        "short",
        "byte",
        "nonNegativeInteger",
        "positiveInteger",
        "nonPositiveInteger",
        "negativeInteger",
        "unsignedLong",
        "unsignedInt",
        "unsignedShort",
        "unsignedByte",
    ];
    let base = datatype.as_str().or_else(|| datatype.get("base").and_then(Value::as_str))?;
    if NUMBERS.contains(&base) {
        return Some(Sort::Figures);
    }
    matches!(base, "string" | "normalizedString" | "token" | "anyURI" | "boolean").then_some(Sort::Words)
}

/// `refArea` as `ref_area`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}

/// A text, a list of texts, or texts by language, of which English comes first.
fn texts(json: Option<&Value>) -> Vec<String> {
    match json {
        Some(Value::String(text)) => vec![text.clone()],
        Some(Value::Array(list)) => list.iter().flat_map(|item| texts(Some(item))).collect(),
        Some(Value::Object(by_language)) => {
            let value = by_language.get("@value");
            let english = by_language.iter().find(|(language, _)| language.starts_with("en")).map(|(_, text)| text);
            texts(value.or(english).or_else(|| by_language.values().next()))
        }
        _ => Vec::new(),
    }
}

fn publisher(json: &Value) -> Option<String> {
    let name = ["schema:name", "foaf:name", "rdfs:label", "dc:title"].iter().find_map(|key| json.get(key));
    texts(name.or(Some(json))).into_iter().next().filter(|name| !name.starts_with("http"))
}
