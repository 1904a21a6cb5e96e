"""One module a site, each with a `READER`."""
