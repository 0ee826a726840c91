"""Finds which claim each quantity makes: one module a kind."""
