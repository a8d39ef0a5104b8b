//! What a line begins with: signs of quotes, an indent, the sign of an item, a check box.

/// The beginning of a line, in its parts, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefix<'a> {
    /// `> > `
    pub quote: &'a str,
    /// Spaces and tabs.
    pub indent: &'a str,
    /// The sign of an item.
    pub marker: Option<Marker>,
    /// The spaces after the sign.
    pub gap: &'a str,
    /// `[ ] ` or `[x] `
    pub task: &'a str,
    marker_length: usize,
}

/// The sign of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// `-`, `*` or `+`
    Bullet(char),
    /// A number, and `.` or `)`
    Number(u32, char),
}

impl Marker {
    /// As it is written.
    #[must_use]
    pub fn written(self) -> String {
        match self {
            Self::Bullet(sign) => sign.to_string(),
            Self::Number(number, sign) => format!("{number}{sign}"),
        }
    }

    /// Whether items with these signs are of one list.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        match (self, other) {
            (Self::Bullet(sign), Self::Bullet(other)) => sign == other,
            (Self::Number(_, sign), Self::Number(_, other)) => sign == other,
            _ => false,
        }
    }
}

impl<'a> Prefix<'a> {
    /// That of a line.
    #[must_use]
    pub fn of(line: &'a str) -> Self {
        let (quote, rest) = line.split_at(quote_length(line));
        let (indent, rest) = rest.split_at(blank_length(rest));
        let (marker, marker_length) = marker(rest).map_or((None, 0), |(marker, length)| (Some(marker), length));
        let rest = &rest[marker_length..];
        let gap = if marker.is_none() { 0 } else { blank_length(rest) };
        // More than four spaces begin code in the item.
        let (gap, rest) = rest.split_at(if gap > 4 && !rest.trim().is_empty() { 1 } else { gap });
        let task = if marker.is_none() { 0 } else { task_length(rest) };
        Self { quote, indent, marker, gap, task: &rest[..task], marker_length }
    }

    /// In bytes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.quote.len() + self.indent.len() + self.marker_length + self.gap.len() + self.task.len()
    }

    /// Whether a line begins with its words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The columns before the sign, from the signs of quotes on.
    #[must_use]
    pub fn column(&self) -> usize {
        self.indent.chars().fold(0, |column, c| if c == '\t' { column / 4 * 4 + 4 } else { column + 1 })
    }

    /// The column in which the item's words begin, at which a list in it begins too.
    #[must_use]
    pub fn inner_column(&self) -> usize {
        let gap = if self.gap.is_empty() || self.gap.starts_with('\t') { 1 } else { self.gap.len() };
        self.column() + self.marker_length + gap
    }
}

fn blank_length(text: &str) -> usize {
    text.len() - text.trim_start_matches([' ', '\t']).len()
}

fn quote_length(line: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        let Some(after) = rest[spaces..].strip_prefix('>').filter(|_| spaces < 4) else { return at };
        at = line.len() - after.strip_prefix(' ').unwrap_or(after).len();
    }
}

fn marker(rest: &str) -> Option<(Marker, usize)> {
    let first = rest.chars().next()?;
    let ends = |length: usize| rest[length..].chars().next().is_none_or(|c| c == ' ' || c == '\t');
    if matches!(first, '-' | '*' | '+') {
        let is_rule = |line: &str| line.chars().all(|c| c == first || c == ' ') && line.matches(first).count() > 2;
        return (ends(1) && !(first != '+' && is_rule(rest))).then_some((Marker::Bullet(first), 1));
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let sign = rest[digits..].chars().next().filter(|sign| matches!(sign, '.' | ')'))?;
    // Numbers of lists have nine digits at most.
    let number = rest[..digits].parse().ok().filter(|_| digits <= 9)?;
    ends(digits + 1).then_some((Marker::Number(number, sign), digits + 1))
}

fn task_length(rest: &str) -> usize {
    match rest.as_bytes() {
        [b'[', b' ' | b'x' | b'X', b']', b' ', ..] => 4,
        [b'[', b' ' | b'x' | b'X', b']'] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> [String; 5] {
        let prefix = Prefix::of(line);
        let marker = prefix.marker.map(Marker::written).unwrap_or_default();
        [prefix.quote.to_owned(), prefix.indent.to_owned(), marker, prefix.gap.to_owned(), prefix.task.to_owned()]
    }

    #[test]
    fn a_line_begins_with_quotes_an_indent_a_sign_and_a_check_box() {
        assert_eq!(parts(">>   12) [x] 日本"), [">> ", "  ", "12)", " ", "[x] "]);
        assert_eq!(parts("- شمس"), ["", "", "-", " ", ""]);
        assert_eq!(parts("words"), ["", "", "", "", ""]);
        assert_eq!(parts("*"), ["", "", "*", "", ""]);
    }

    #[test]
    fn a_rule_a_year_and_emphasis_are_no_items() {
        for line in ["---", "* * *", "- - -", "1984.It was", "*words*", "-5 degrees", "1234567890. x"] {
            assert_eq!(Prefix::of(line).marker, None, "{line}");
        }
    }
}
