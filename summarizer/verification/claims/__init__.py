"""A claim taken apart: its frame, its clauses, its words, names and values."""
