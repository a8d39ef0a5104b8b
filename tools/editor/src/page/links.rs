//! The texts of the site that a link can lead to.

use personal_page::bundle::preview::PageEntry;

use super::path;
use super::state::State;

/// How many are shown.
const SHOWN: usize = 8;

/// The texts whose titles have all searched words. Those whose title begins with the first word come first, then the
/// newest.
#[must_use]
pub fn find<'a>(state: &'a State, query: &str) -> Vec<&'a PageEntry> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let own = state.editor.as_ref().map_or("", |editor| &editor.path);
    let mut found: Vec<(bool, &PageEntry)> = Vec::new();
    for page in state.list.pages.values().filter(|page| page.source != own) {
        let title = page.title.to_lowercase();
        if words.iter().all(|word| title.contains(word.as_str())) {
            found.push((words.first().is_some_and(|word| title.starts_with(word.as_str())), page));
        }
    }
    found.sort_by(|(a_begins, a), (b_begins, b)| {
        b_begins.cmp(a_begins).then_with(|| b.date.cmp(&a.date)).then_with(|| a.source.cmp(&b.source))
    });
    found.into_iter().take(SHOWN).map(|(_, page)| page).collect()
}

/// The address of a text in a link of another: the path from one file to the other.
#[must_use]
pub fn address(from: &str, to: &str) -> String {
    let here: Vec<&str> = path::folder(from).split_terminator('/').collect();
    let there: Vec<&str> = to.split('/').collect();
    let shared = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let mut address = if shared == here.len() { "./".to_owned() } else { "../".repeat(here.len() - shared) };
    address.push_str(&path::anchor(&there[shared..].join("/")));
    address
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_link_leads_from_one_file_to_the_other() {
        assert_eq!(address("posts/tea.md", "posts/water.md"), "./water.md");
        assert_eq!(address("posts/tea/index.md", "posts/water.md"), "../water.md");
        assert_eq!(address("posts/2025/tea.md", "posts/2024/water/index.md"), "../2024/water/index.md");
        assert_eq!(address("posts/tea.md", "posts/日本.md"), "./%E6%97%A5%E6%9C%AC.md");
    }
}
