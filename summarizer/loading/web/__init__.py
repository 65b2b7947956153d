"""Documents at addresses of the web, fetched within bounds of size and time and never from a private network."""
