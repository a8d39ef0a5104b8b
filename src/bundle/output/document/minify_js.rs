//! Minifies scripts: removes indentation, empty lines, and lines that are a comment. Not more, because it knows no
//! JavaScript: a text over several lines must have no such line.

pub(super) fn js(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::js;

    #[test]
    fn statements_stay_in_their_lines() {
        let script = "\n// Paints.\n{\n  const a = `//${b}`;\n\n  // Twice.\n  paint(a) // here\n  paint(a)\n}\n";
        assert_eq!(js(script), "{\nconst a = `//${b}`;\npaint(a) // here\npaint(a)\n}");
    }
}
