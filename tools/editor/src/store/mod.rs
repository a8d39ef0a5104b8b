//! Where texts are saved: the local server, GitHub, or a file that the author is given.
