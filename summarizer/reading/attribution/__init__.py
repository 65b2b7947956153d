"""Who says what: direct, indirect and mixed speech, each form of it in its own file."""
