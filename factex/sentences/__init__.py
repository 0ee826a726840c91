"""Cuts a text into sentences, on characters."""
