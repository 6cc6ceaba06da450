"""What depends on what: copies and origins, sources, events, and where each claim stands."""
