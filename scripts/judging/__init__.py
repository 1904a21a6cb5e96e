"""How the judgement of sentences is measured on labelled data."""
