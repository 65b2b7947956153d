"""Numbers, lengths, dates and times compared: equal, rounded, told by their order or their quarter."""
