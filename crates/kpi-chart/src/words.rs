//! What a chart says in words of its own. Everything else in it is text of the model.

kpi_core::texts! {
    /// The words of charts.
    pub(crate) enum Text {
        // In the middle of a chart that has no number at all.
        Nothing: "No figures to draw", "Dim ffigurau i'w dangos";
        // Below a line chart whose lowest grid line is not zero.
        NotFromZero: "Axis does not start at zero", "Nid yw'r echelin yn dechrau ar sero";
        // In place of a number that no chart can show: not finite, or with more digits than a figure can have.
        Undrawable: "cannot be drawn", "ni ellir ei luniadu";
        // Above the rule of a target.
        Target: "Target", "Targed";
        // Beside the rule of a break in the series.
        Break: "Break", "Toriad";
        // Beside the rule across a strip, with its value.
        Median: "{0} median", "canolrif {0}";
        // Below a strip: what lies behind its dots.
        MiddleHalf: "The band holds the middle half.", "Mae'r band yn cynnwys yr hanner canol.";
    }
}

/// The label at a line's end: `70% Isle of Wight`.
pub(crate) fn value_and_name(value: &str, name: &str) -> String {
    format!("{value} {name}")
}

/// A name and why there is no figure: `England: not published`.
pub(crate) fn name_and_reason(name: &str, reason: &str) -> String {
    format!("{name}: {reason}")
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn no_text_lacks_its_welsh() {
        assert_eq!(Text::TABLE.faults(&[]), Vec::<String>::new());
    }
}
