//! Commands on the text of a post. Pure: a text and a selection go in, an edit comes out.
