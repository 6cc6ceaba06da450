"""From hypotheses and evidence to a judgement: probabilities, the bits behind them, what would change them."""
