//! Finds references to footnotes: raised links to items of a list.

use std::collections::BTreeMap;

use super::tree::Tree;

/// The numbers of footnotes, by the ids of their texts, in the order of the first references.
pub(super) fn find(tree: &Tree) -> BTreeMap<String, usize> {
    let items: BTreeMap<&str, usize> = tree
        .descendants(0)
        .filter(|id| tree.is(*id, "li"))
        .filter_map(|id| Some((tree.attribute(id, "id").filter(|own| !own.is_empty())?, id)))
        .collect();
    let mut numbers = BTreeMap::new();
    for sup in tree.descendants(0).filter(|id| tree.is(*id, "sup")) {
        if let Some(target) = target(tree, sup).filter(|target| items.contains_key(target)) {
            let next = numbers.len() + 1;
            numbers.entry(target.to_owned()).or_insert(next);
        }
    }
    numbers
}

/// The id that the only link in a raised text leads to.
pub(super) fn target(tree: &Tree, sup: usize) -> Option<&str> {
    let mut inside = tree.children(sup).iter().filter(|child| !tree.is_blank(**child));
    let link = inside.next().filter(|_| inside.next().is_none())?;
    tree.attribute(*link, "href")?.strip_prefix('#')
}
