"""A directory as large as a country's, to measure with: services put together from
the texts of the demo region and from a stock of words, the same for the same seed."""
