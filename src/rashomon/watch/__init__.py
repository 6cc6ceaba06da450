"""How one judgement moved to the next, and why."""
