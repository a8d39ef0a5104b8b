//! The colours of diagrams: those of the site's style, so that a diagram follows the scheme and the look of its reader.
//!
//! Mermaid computes with colours and takes no custom properties. It is given a stand-in for each token of the style, and
//! the drawing has the token in its place.

use csscolorparser::Color;
use serde_json::{Map, Value, json};

/// The tokens of `style/tokens.css` that diagrams have. The stand-in of each has its index in the blue channel.
const TOKENS: [&str; 12] = [
    "paper",
    "raised",
    "ink",
    "ink-muted",
    "border",
    "accent",
    "accent-wash",
    "note",
    "tip",
    "important",
    "warning",
    "caution",
];

/// The red and the green channel of all stand-ins: no author writes such a colour.
const RED_GREEN: (u8, u8) = (0xa3, 0x5e);
/// The blue channel of the first stand-in.
const FIRST_BLUE: u8 = 0x60;

/// The tokens of parts that have colours of their own, such as the slices of a pie. Text on them is `paper`: in both
/// schemes it has enough contrast with each, as they have on it.
const SERIES: [&str; 6] = ["note", "accent", "tip", "important", "warning", "caution"];

/// The variables of Mermaid's theme `base`, by their token.
const VARIABLES: [(&str, &str); 8] = [
    (
        "paper",
        "background clusterBkg tertiaryColor edgeLabelBackground labelBackgroundColor compositeBackground \
         altSectionBkgColor sequenceNumberColor pieStrokeColor pieSectionTextColor rowOdd \
         attributeBackgroundColorOdd commitLabelBackground innerEndBackground quadrant1Fill quadrant3Fill \
         taskTextColor taskTextLightColor altBackground",
    ),
    (
        "raised",
        "primaryColor secondaryColor mainBkg secondBkg actorBkg labelBoxBkgColor stateBkg \
         compositeTitleBackground sectionBkgColor sectionBkgColor2 rowEven attributeBackgroundColorEven \
         quadrant2Fill quadrant4Fill doneTaskBkgColor excludeBkgColor",
    ),
    (
        "ink",
        "primaryTextColor secondaryTextColor tertiaryTextColor textColor nodeTextColor titleColor actorTextColor \
         signalTextColor labelTextColor loopTextColor noteTextColor classText labelColor taskTextOutsideColor \
         taskTextDarkColor pieTitleTextColor pieLegendTextColor transitionLabelColor stateLabelColor \
         commitLabelColor tagLabelColor quadrant1TextFill quadrant2TextFill quadrant3TextFill quadrant4TextFill \
         quadrantPointTextFill quadrantXAxisTextFill quadrantYAxisTextFill quadrantTitleFill errorTextColor",
    ),
    (
        "ink-muted",
        "primaryBorderColor secondaryBorderColor tertiaryBorderColor lineColor nodeBorder defaultLinkColor \
         arrowheadColor actorBorder signalColor labelBoxBorderColor activationBorderColor transitionColor \
         specialStateColor doneTaskBorderColor tagLabelBorder",
    ),
    (
        "border",
        "clusterBorder border1 border2 actorLineColor activationBkgColor gridColor compositeBorder \
         pieOuterStrokeColor quadrantInternalBorderStrokeFill quadrantExternalBorderStrokeFill",
    ),
    (
        "accent",
        "noteBorderColor todayLineColor vertLineColor taskBkgColor taskBorderColor activeTaskBorderColor \
         quadrantPointFill taskTextClickableColor",
    ),
    ("caution", "critBorderColor critBkgColor"),
    ("accent-wash", "activeTaskBkgColor noteBkgColor tagLabelBackground errorBkgColor"),
];

/// The variables that are numbered, with their first and last number.
const NUMBERED: [(&str, usize, usize); 4] = [("pie", 1, 12), ("git", 0, 7), ("cScale", 0, 11), ("fillType", 0, 7)];
/// The numbered variables of lines on those, and of what is marked.
const NUMBERED_LINES: [(&str, usize, usize); 2] = [("cScaleInv", 0, 11), ("gitInv", 0, 7)];
/// The numbered variables of text on those.
const NUMBERED_TEXT: [(&str, usize, usize); 2] = [("gitBranchLabel", 0, 7), ("cScaleLabel", 0, 11)];

/// The configuration of Mermaid.
pub(super) fn config() -> Value {
    let mut variables = Map::new();
    for (token, names) in VARIABLES {
        variables.extend(names.split_whitespace().map(|name| (name.to_owned(), json!(stand_in(token)))));
    }
    for (name, first, last) in NUMBERED {
        let series =
            (first..=last).map(|number| (format!("{name}{number}"), json!(stand_in(SERIES[number % SERIES.len()]))));
        variables.extend(series);
    }
    for (token, numbered) in [("ink-muted", NUMBERED_LINES), ("paper", NUMBERED_TEXT)] {
        for (name, first, last) in numbered {
            variables.extend((first..=last).map(|number| (format!("{name}{number}"), json!(stand_in(token)))));
        }
    }
    variables.insert("pieOpacity".to_owned(), json!("1"));
    variables.insert("useGradient".to_owned(), json!(false));
    variables.insert("xyChart".to_owned(), xy_chart());
    json!({
        "theme": "base",
        "look": "classic",
        "securityLevel": "strict",
        "fontFamily": "Arial, sans-serif",
        "themeVariables": variables,
    })
}

/// The colours of an XY chart, which Mermaid has in a group.
fn xy_chart() -> Value {
    let mut colors = Map::new();
    colors.insert("backgroundColor".to_owned(), json!(stand_in("paper")));
    colors.insert("titleColor".to_owned(), json!(stand_in("ink")));
    for axis in ["xAxis", "yAxis"] {
        for (part, token) in [("Label", "ink"), ("Title", "ink"), ("Tick", "ink-muted"), ("Line", "ink-muted")] {
            colors.insert(format!("{axis}{part}Color"), json!(stand_in(token)));
        }
    }
    colors.insert("plotColorPalette".to_owned(), json!(SERIES.map(stand_in).join(",")));
    Value::Object(colors)
}

/// The colour that stands for a token until the diagram is drawn.
fn stand_in(token: &str) -> String {
    let index = TOKENS.iter().position(|known| *known == token).unwrap_or_default();
    let blue = usize::from(FIRST_BLUE) + index;
    format!("#{:02x}{:02x}{blue:02x}", RED_GREEN.0, RED_GREEN.1)
}

/// The token that a colour stands for. White is paper and black is ink, which the library has here and there, and authors
/// who know one scheme only.
pub(super) fn token(color: &Color) -> Option<&'static str> {
    match color.to_rgba8() {
        [0xff, 0xff, 0xff, _] => Some("paper"),
        [0, 0, 0, _] | [0x33, 0x33, 0x33, _] => Some("ink"),
        [red, green, blue, _] => {
            let index = blue.checked_sub(FIRST_BLUE).filter(|_| (red, green) == RED_GREEN)?;
            TOKENS.get(usize::from(index)).copied()
        }
    }
}
