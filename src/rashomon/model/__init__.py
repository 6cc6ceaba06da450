"""The centre: frozen records, their ids, the vocabulary, errors and wording. Standard library only."""
