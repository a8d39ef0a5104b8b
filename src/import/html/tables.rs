//! Tables. One with joined cells or blocks in its cells stays HTML.

use super::convert::Convert;
use super::raw;
use crate::markdown::compose::{self, Block, Mark, Place, Token, tidy};

impl Convert<'_> {
    pub(super) fn table(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        let rows = self.rows(id);
        let cells = || rows.iter().flat_map(|(_, cells)| cells);
        let joined = |cell: &usize| {
            ["rowspan", "colspan"].iter().any(|key| tree.attribute(*cell, key).is_some_and(|count| count != "1"))
        };
        let blocks = |cell: &usize| {
            tree.children(*cell).iter().any(|child| tree.node(*child).has_block && !tree.is(*child, "p"))
                || tree.children(*cell).iter().filter(|child| tree.is(**child, "p")).count() > 1
        };
        let caption = tree.children(id).iter().find(|child| tree.is(**child, "caption"));
        if cells().any(|cell| joined(cell) || blocks(cell)) {
            self.notes.translated(super::KEPT_AS_HTML);
            return vec![Block::other(raw::html(tree, id))];
        }
        if cells().next().is_none() {
            return Vec::new();
        }
        let table = Block::other(self.grid(&rows));
        match caption {
            Some(caption) => {
                let caption = self.flow(tree.children(*caption), &[]);
                vec![super::figures::framed(&[table], &caption)]
            }
            None => vec![table],
        }
    }

    /// The rows, those of the foot last: whether each is of the head, and its cells.
    fn rows(&self, id: usize) -> Vec<(bool, Vec<usize>)> {
        let tree = self.tree;
        let (mut rows, mut foot) = (Vec::new(), Vec::new());
        for part in tree.children(id) {
            let name = tree.element(*part).unwrap_or_default();
            for row in tree.children(*part).iter().filter(|row| tree.is(**row, "tr")) {
                let cells = tree.children(*row).iter().filter(|cell| tree.is(**cell, "td") || tree.is(**cell, "th"));
                let row = (name == "thead", cells.copied().collect::<Vec<_>>());
                if !row.1.is_empty() {
                    if name == "tfoot" { foot.push(row) } else { rows.push(row) }
                }
            }
        }
        rows.extend(foot);
        rows
    }

    fn grid(&mut self, rows: &[(bool, Vec<usize>)]) -> String {
        let tree = self.tree;
        let columns = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or_default();
        let first_is_head = rows[0].0 || rows[0].1.iter().all(|cell| tree.is(*cell, "th"));
        let mut lines = Vec::new();
        if !first_is_head {
            lines.push(row(&[], columns));
        }
        for (index, (_, cells)) in rows.iter().enumerate() {
            let in_head = index == 0 && first_is_head;
            let cells: Vec<String> = cells.iter().map(|cell| self.cell(*cell, in_head)).collect();
            lines.push(row(&cells, columns));
        }
        let signs: Vec<&str> = (0..columns).map(|column| self.alignment(rows, column)).collect();
        lines.insert(1, ["| ", &signs.join(" | "), " |"].concat());
        lines.join("\n")
    }

    /// A cell. One that heads its row is strong.
    fn cell(&mut self, id: usize, in_head: bool) -> String {
        let tree = self.tree;
        let nodes: Vec<usize> = tree
            .children(id)
            .iter()
            .flat_map(|child| if tree.is(*child, "p") { tree.children(*child).to_vec() } else { vec![*child] })
            .collect();
        let mut tokens = self.inlines(&nodes);
        if tree.is(id, "th") && !in_head && tree.find(id, "strong").is_none() && tree.find(id, "b").is_none() {
            tokens.insert(0, Token::Open(Mark::Strong));
            tokens.push(Token::Close(Mark::Strong));
        }
        let lines: Vec<String> = tidy(tokens).iter().map(|line| compose::line(line, Place::Cell)).collect();
        lines.join("<br>")
    }

    /// The alignment of a column, if all its cells that have one agree.
    fn alignment(&self, rows: &[(bool, Vec<usize>)], column: usize) -> &'static str {
        let tree = self.tree;
        let mut signs = rows.iter().filter_map(|(_, cells)| cells.get(column)).map(|cell| {
            let css = tree.attribute(*cell, "style").unwrap_or_default().replace(' ', "");
            let is = |side: &str| {
                tree.attribute(*cell, "align") == Some(side)
                    || css.contains(&["text-align:", side].concat())
                    || tree.has_class(*cell, &["has-text-align-", side].concat())
            };
            ["left", "center", "right"].iter().position(|side| is(side))
        });
        let first = signs.next().flatten();
        match first.filter(|_| signs.all(|sign| sign.is_none() || sign == first)) {
            Some(0) => ":---",
            Some(1) => ":---:",
            Some(_) => "---:",
            None => "---",
        }
    }
}

fn row(cells: &[String], columns: usize) -> String {
    let mut line = String::from("|");
    for column in 0..columns {
        let cell = cells.get(column).map_or("", String::as_str);
        line.push_str(&if cell.is_empty() { "  |".to_owned() } else { [" ", cell, " |"].concat() });
    }
    line
}
