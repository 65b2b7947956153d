"""Values worked out from others of the text: counted, listed, added, elapsed."""
