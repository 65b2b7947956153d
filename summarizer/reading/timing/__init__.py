"""Dates, clock times and lengths of time."""
