"""Search: finds things by the words in them, in every language at once. A feature
indexes its things here; search knows their titles and addresses."""
