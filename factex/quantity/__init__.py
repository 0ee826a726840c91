"""Reads quantities: numeral, modifier, range, unit or currency on characters; counted nouns on the parse."""
