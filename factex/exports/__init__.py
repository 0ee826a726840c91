"""Facts as tables and lines for other programs."""
