"""What goes back into the records folder: the canonical form of every file, with its comments, written whole or not at all."""
