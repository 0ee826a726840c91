"""Checks of the numbers of one text against another."""
