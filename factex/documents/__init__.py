"""Texts from files: found, opened, decoded, and turned into plain text whose offsets the facts point into."""
