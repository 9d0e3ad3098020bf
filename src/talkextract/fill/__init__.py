"""The gaps of a record → a language model → grounded values."""
