//! `index.html` with its style and without the page's program, as far as no Trunk is needed for it. The build script of
//! `tools/engine` includes this file too.

/// Marks what `index.html` leaves to Trunk.
const ASSET: &str = "<link data-trunk";

/// The text of `index.html` with its styles inside, each given by `read`, and without the page's program.
///
/// # Errors
/// That of `read`.
pub(crate) fn of<E>(index: &str, read: impl Fn(&str) -> Result<String, E>) -> Result<String, E> {
    let mut html = String::with_capacity(index.len());
    for line in index.lines().filter(|line| !line.contains("rel=\"rust\"")) {
        match asset(line) {
            Some(path) if line.contains("rel=\"inline\"") => html.extend(["<style>", &read(path)?, "</style>\n"]),
            _ => html.extend([line, "\n"]),
        }
    }
    Ok(html)
}

/// The path that a line of `index.html` leaves to Trunk.
pub(crate) fn asset(line: &str) -> Option<&str> {
    let (_, path) = line.trim().strip_prefix(ASSET)?.split_once("href=\"")?;
    Some(path.split_once('"')?.0)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn styles_are_inside_and_the_program_is_left_out() {
        let index = "<head>\n<link data-trunk rel=\"inline\" type=\"css\" href=\"a.css\">\n\
                     <link data-trunk rel=\"rust\" data-bin=\"app\">\n</head>\n";
        let html = of(index, |path| Ok::<_, ()>(format!("/* {path} */")));
        assert_eq!(html.as_deref(), Ok("<head>\n<style>/* a.css */</style>\n</head>\n"));
    }
}
