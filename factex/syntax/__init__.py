"""Sentences as trees of words, whatever pipeline parsed them."""
