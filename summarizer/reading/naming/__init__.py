"""People, bodies and places with their roles and aliases, one entity each."""
