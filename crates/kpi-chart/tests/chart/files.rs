//! SVG files: well formed whatever the words are, and nothing in them but what is meant.

use crate::fixtures::{ENGLAND, bars, percent, quarters};
use kpi_chart::{FixedMetrics, Size, Theme, place, svg};
use kpi_core::view::{ChartModel, Tone};

/// Element names in order, closed ones with a slash; fails where a file is not well formed.
fn elements(file: &str) -> Vec<String> {
    let (mut elements, mut open) = (Vec::new(), Vec::new());
    for piece in file.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        assert!(!text.contains('>'), "{text}");
        for entity in text.split('&').skip(1) {
            assert!(["amp;", "lt;", "gt;", "quot;"].iter().any(|known| entity.starts_with(known)), "{entity}");
        }
        assert!(file.chars().all(|character| character == '\n' || !character.is_control()));
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap().to_owned();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name.clone()));
        } else if !tag.ends_with('/') {
            open.push(name.clone());
        }
        elements.push(name);
    }
    assert!(open.is_empty());
    elements
}

const SIZE: Size = Size { width: 600.0, height: 300.0 };

fn file(model: &ChartModel, title: &str, description: &str, font: &str) -> String {
    svg(&place(model, SIZE, &FixedMetrics), title, description, &Theme::LIGHT, font)
}

#[test]
fn it_is_an_image_with_a_name_and_a_description() {
    let model = ChartModel::Line(quarters(percent(), "91 90 79 70", &[]));
    let file = file(&model, "Conferences in time", "70% in Q4, down 9 points.", "Arial");
    assert!(file.starts_with(r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" width="600" height="300""#));
    assert_eq!(elements(&file)[..5], ["svg", "title", "title", "desc", "desc"]);
    assert!(file.contains("<title>Conferences in time</title>\n<desc>70% in Q4, down 9 points.</desc>"));
    // Text stays text.
    assert!(file.contains(">70% Isle of Wight</text>"));
}

#[test]
fn words_cannot_break_out_of_it() {
    let hostile = "</text><script>alert(\"1\")</script> & \u{0}\u{8}\u{1f} \u{fffe} ]]> '";
    let row = [((Tone::Focus, hostile), "70"), (ENGLAND, "60")];
    let file = file(&bars(percent(), &row), hostile, hostile, "a\" onload=\"b");
    let elements = elements(&file);
    for element in elements {
        assert!(["svg", "title", "desc", "rect", "path", "circle", "text"].contains(&element.as_str()), "{element}");
    }
    assert!(!file.contains("<script") && file.contains("&lt;script&gt;"));
    assert!(file.contains(r#"font-family="a&quot; onload=&quot;b""#));
}

#[test]
fn numbers_are_whole() {
    let model = ChartModel::Line(quarters(percent(), "91 90.123 79 70", &[(ENGLAND, "84 c 83 82")]));
    let file = file(&model, "", "", "Arial");
    for value in file.split(" d=\"").skip(1) {
        let path = value.split('"').next().unwrap();
        assert!(path.chars().all(|character| "MLZ -0123456789".contains(character)), "{path}");
    }
}
