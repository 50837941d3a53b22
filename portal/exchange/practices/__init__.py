"""One practice to take along: as a document, as data, as a table."""
