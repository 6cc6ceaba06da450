"""From claims about an event to a question, its competing hypotheses and the evidence on each."""
