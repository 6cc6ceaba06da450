"""From a document's passages to who says what: attributions and claims."""
