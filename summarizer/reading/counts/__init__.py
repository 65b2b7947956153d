"""Numbers, percentages, money and units, with their bounds."""
