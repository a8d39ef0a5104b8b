//! What the author is told when the program of the page has failed. Nothing of the state is read: it may be half changed.

use super::state::Notice;

/// What has happened, and what the author does. `place` is the file and the line of the program.
#[must_use]
pub fn notice(reason: &str, place: Option<(&str, u32)>) -> Notice {
    let place = place.map(|(file, line)| format!(" ({file}, line {line})")).unwrap_or_default();
    Notice {
        message: format!("The editor has stopped, because of a fault in its program: {reason}{place}."),
        remedy:
            "Copy your last words from the text, then load the page again: the drafts that this device keeps are there."
                .to_owned(),
        link: None,
    }
}

#[cfg(test)]
mod tests {
    use super::notice;

    #[test]
    fn a_fault_is_told_with_its_place_and_with_what_becomes_of_the_text() {
        let told = notice("already borrowed", Some(("src/page/glue/app.rs", 68)));
        assert!(told.message.ends_with("already borrowed (src/page/glue/app.rs, line 68)."), "{}", told.message);
        assert!(told.remedy.contains("load the page again") && told.remedy.contains("drafts"), "{}", told.remedy);
        assert!(notice("already borrowed", None).message.ends_with(": already borrowed."));
    }
}
