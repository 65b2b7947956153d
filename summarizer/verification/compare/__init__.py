"""A claim beside one passage: each file compares one thing and names the differences."""
