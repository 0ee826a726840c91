"""Reads written numbers, and tells what looks like a number and is none."""
