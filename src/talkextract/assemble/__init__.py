"""Mentions → the parts of the record: rules find, the small functions here judge."""
