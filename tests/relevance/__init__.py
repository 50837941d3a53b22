"""How well search answers graded questions: `make relevance`."""
