//! Fills values into the text of a file.

/// Replaces each name in braces by its value. A value is not read again, and braces around anything else stay.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = values.iter().find_map(|(name, value)| Some((value, after.strip_prefix(name)?.strip_prefix('}')?)));
        match value {
            Some((value, after)) => {
                filled.push_str(value);
                rest = after;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_and_other_braces_stay_as_they_are() {
        let values = [("name", "{title}"), ("title", "Notes")];
        assert_eq!(fill("{name}: {title} ${{ github.ref }} {", &values), "{title}: Notes ${{ github.ref }} {");
    }
}
