"""Files as profiles: which kind a file is (`kinds`), and a reader for each kind that is no page and no export."""
