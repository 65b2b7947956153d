"""Who is meant and who speaks: names, offices, sides, pronouns."""
