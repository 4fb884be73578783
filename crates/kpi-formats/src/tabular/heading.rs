//! What the columns of a tidy table are for, by their headings.

/// What a column of a tidy table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Role {
    AreaCode,
    AreaName,
    AreaLevel,
    Period,
    /// A quarter or month beside a column of years.
    PartOfYear,
    /// What people call the period.
    PeriodLabel,
    Topic,
    IndicatorId,
    Indicator,
    MeasureId,
    Measure,
    Unit,
    Value,
    Lower,
    Upper,
    Status,
    /// The reason why there is no figure, beside a status of its own.
    Symbol,
    Notes,
}

/// The spellings, the surest first: where two columns could be one thing, the earlier spelling has it.
const SPELLINGS: &[(Role, &[&str])] = &[
    (
        Role::AreaCode,
        &[
            "area_code",
            "areacd",
            "area_cd",
            "areacode",
            "geography_code",
            "geographycode",
            "geog_code",
            "gss_code",
            "ons_code",
            "la_code",
            "lad_code",
            "local_authority_code",
            "new_la_code",
            "ref_area",
            "refarea",
            "area_id",
            "administrative_geography",
            "ecode",
        ],
    ),
    (
        Role::AreaName,
        &[
            "area_name",
            "areanm",
            "area_nm",
            "areaname",
            "geography_name",
            "geographyname",
            "geog_name",
            "la_name",
            "lad_name",
            "local_authority_name",
            "local_authority",
            "area",
            "authority",
            "council",
            "geography",
        ],
    ),
    (
        Role::AreaLevel,
        &[
            "geographic_level",
            "geography_type",
            "geographytype",
            "area_type",
            "areatype",
            "area_level",
            "level",
            "geography",
        ],
    ),
    (
        Role::Period,
        &[
            "period",
            "time_period",
            "timeperiod",
            "reference_period",
            "ref_period",
            "refperiod",
            "reporting_period",
            "time",
            "date",
            "financial_year",
            "fiscal_year",
            "academic_year",
            "calendar_year",
            "calendar_years",
            "year",
            "quarter",
            "month",
        ],
    ),
    (Role::PartOfYear, &["quarter", "qtr", "month"]),
    (Role::PeriodLabel, &["period_label"]),
    (Role::Topic, &["topic"]),
    (
        Role::IndicatorId,
        &["indicator_id", "indicator_code", "indicatorid", "kpi_id", "kpi_code", "kpi_ref", "indicator_ref"],
    ),
    (
        Role::Indicator,
        &["indicator", "indicator_name", "indicatorname", "indicator_title", "kpi", "kpi_name", "metric"],
    ),
    (Role::MeasureId, &["measure_id"]),
    (Role::Measure, &["measure", "measure_type", "measuretype", "measure_name", "statistic"]),
    (Role::Unit, &["unit", "units", "unit_of_measure", "unitmeasure", "unit_measure", "measure_unit", "value_unit"]),
    (
        Role::Value,
        &["value", "observation", "obs_value", "obsvalue", "obs", "figure", "result", "v4_0", "v4_1", "v4_2", "v4_3"],
    ),
    (
        Role::Lower,
        &[
            "lci_95",
            "lci",
            "lower_ci_95_0_limit",
            "lower_ci_95",
            "lower_95_ci",
            "lower_ci",
            "lower_confidence_limit",
            "lower_confidence_interval",
            "lower_limit",
            "lower_cl",
            "lower_95",
            "lower",
            "ci_lower",
        ],
    ),
    (
        Role::Upper,
        &[
            "uci_95",
            "uci",
            "upper_ci_95_0_limit",
            "upper_ci_95",
            "upper_95_ci",
            "upper_ci",
            "upper_confidence_limit",
            "upper_confidence_interval",
            "upper_limit",
            "upper_cl",
            "upper_95",
            "upper",
            "ci_upper",
        ],
    ),
    (
        Role::Status,
        &["status", "obs_status", "obsstatus", "observation_status", "data_marking", "marker", "flag", "symbol"],
    ),
    (Role::Symbol, &["symbol"]),
    (
        Role::Notes,
        &["notes", "note", "value_note", "comments", "comment", "footnote", "footnotes", "remarks", "remark"],
    ),
];

/// A heading in one spelling: `Area Code`, `AREA_CODE` and `area-code` are `area_code`.
pub(crate) fn key(heading: &str) -> String {
    let mut key = String::with_capacity(heading.len());
    for letter in heading.trim().chars().flat_map(char::to_lowercase) {
        match letter {
            '%' => key.push_str("percent"),
            letter if letter.is_alphanumeric() => key.push(letter),
            _ if key.is_empty() || key.ends_with('_') => {}
            _ => key.push('_'),
        }
    }
    key.truncate(key.trim_end_matches('_').len());
    key
}

/// Which column has which role, by all the names each column goes by (its heading first).
pub(crate) fn roles(columns: &[Vec<String>]) -> Vec<Option<Role>> {
    let mut roles: Vec<Option<Role>> = vec![None; columns.len()];
    for (role, spellings) in SPELLINGS {
        let place = |names: &Vec<String>| {
            let at = |name: &String| spellings.iter().position(|spelling| spelling == name);
            names.iter().filter_map(|name| at(name).or_else(|| ons_geography(*role, name))).min()
        };
        let free = columns.iter().enumerate().filter(|(at, _)| roles.get(*at).is_some_and(Option::is_none));
        let best = free.filter_map(|(at, names)| Some((place(names)?, at))).min();
        if let Some(role_of) = best.and_then(|(_, at)| roles.get_mut(at)) {
            *role_of = Some(*role);
        }
    }
    roles
}

/// The ONS's geography files: `LAD21CD`, `ctyua23nm`, `RGN22CD`.
fn ons_geography(role: Role, name: &str) -> Option<usize> {
    const AREAS: [&str; 6] = ["lad", "ctyua", "utla", "rgn", "ctry", "cty"];
    let end = match role {
        Role::AreaCode => "cd",
        Role::AreaName => "nm",
        _ => return None,
    };
    let area = name.strip_suffix(end)?.trim_end_matches(|letter: char| letter.is_ascii_digit());
    AREAS.contains(&area).then_some(100)
}
