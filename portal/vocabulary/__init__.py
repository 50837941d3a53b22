"""One vocabulary for all parts: areas, needs, themes, groups and the ways a
service is given. Services, practices and workshops are tagged with its terms."""
