"""Many people at once, and a server that dies: `make load`."""
