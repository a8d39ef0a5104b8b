//! Tables.

use personal_page::markdown::compose::{self, Block, Place, tidy};

use super::blocks::Convert;

impl Convert<'_> {
    /// A table, whose first row is its head. One that only lays out a page is what is in its cells.
    pub(super) fn table(&mut self, id: usize) -> Vec<Block> {
        let tree = self.tree;
        let mut blocks = Vec::new();
        for caption in tree.children(id).iter().filter(|child| tree.name(**child) == "caption") {
            blocks.extend(self.flow(tree.children(*caption), &[]));
        }
        let rows = self.rows(id);
        let columns = rows.iter().map(|row| self.columns(row)).max().unwrap_or_default();
        let lays_out = columns < 2 || rows.iter().flatten().any(|cell| self.is_layout(*cell));
        if lays_out {
            for cell in rows.iter().flatten() {
                blocks.extend(self.flow(tree.children(*cell), &[]));
            }
            return blocks;
        }
        let mut lines: Vec<String> =
            rows.iter().enumerate().map(|(index, row)| self.row(row, columns, index == 0)).collect();
        let signs: Vec<&str> = (0..columns).map(|column| self.alignment(&rows, column)).collect();
        lines.insert(1, ["| ", &signs.join(" | "), " |"].concat());
        blocks.push(Block::other(lines.join("\n")));
        blocks
    }

    /// The cells of each row.
    fn rows(&self, id: usize) -> Vec<Vec<usize>> {
        let tree = self.tree;
        let part = |id: &usize| if tree.name(*id) == "tr" { vec![*id] } else { tree.children(*id).to_vec() };
        let rows = tree.children(id).iter().flat_map(part).filter(|row| tree.name(*row) == "tr");
        let cells = |row: usize| {
            let cells = tree.children(row).iter().copied();
            cells.filter(|cell| matches!(tree.name(*cell), "td" | "th")).collect::<Vec<_>>()
        };
        rows.map(cells).filter(|row| !row.is_empty()).collect()
    }

    fn span(&self, cell: usize) -> usize {
        let span = self.tree.attribute(cell, "colspan").and_then(|span| span.trim().parse().ok());
        span.unwrap_or(1_usize).clamp(1, 100)
    }

    fn columns(&self, row: &[usize]) -> usize {
        row.iter().map(|cell| self.span(*cell)).sum()
    }

    /// Whether a cell has what no cell of Markdown can have.
    fn is_layout(&self, cell: usize) -> bool {
        const BLOCKS: [&str; 12] = ["table", "ul", "ol", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr"];
        self.tree.descendants(cell).iter().any(|id| BLOCKS.contains(&self.tree.name(*id)))
    }

    fn row(&mut self, cells: &[usize], columns: usize, is_head: bool) -> String {
        let mut line = String::from("|");
        let mut count = 0;
        for cell in cells {
            let text = self.cell(*cell, is_head);
            line.push_str(&if text.is_empty() { "  |".to_owned() } else { [" ", &text, " |"].concat() });
            line.push_str(&"  |".repeat(self.span(*cell) - 1));
            count += self.span(*cell);
        }
        line + &"  |".repeat(columns - count)
    }

    fn cell(&mut self, id: usize, is_head: bool) -> String {
        let tree = self.tree;
        let mut lines = Vec::new();
        let in_line = |one: &usize, next: &usize| !self.has_block(*one) && !self.has_block(*next);
        let groups: Vec<&[usize]> = tree.children(id).chunk_by(in_line).collect();
        for group in groups {
            let tokens = self.inlines(group, is_head);
            lines.extend(tidy(tokens).iter().map(|line| compose::line(line, Place::Cell)));
        }
        lines.join("<br>")
    }

    /// The alignment of a column, if all its cells agree.
    fn alignment(&self, rows: &[Vec<usize>], column: usize) -> &'static str {
        let tree = self.tree;
        let side = |cell: &usize| {
            tree.attribute(*cell, "align").map(str::to_ascii_lowercase).or_else(|| tree.style(*cell, "text-align"))
        };
        let mut sides = rows.iter().filter_map(|row| row.get(column)).map(side);
        let first = sides.next().flatten();
        match first.as_deref().filter(|first| sides.all(|side| side.as_deref() == Some(*first))) {
            Some("center") => ":---:",
            Some("right" | "end") => "---:",
            _ => "---",
        }
    }
}
