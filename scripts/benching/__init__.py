"""What `make bench` and `make soak` measure, one concern a module; each gives its part of the page as Markdown lines."""
