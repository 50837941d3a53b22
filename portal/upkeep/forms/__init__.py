"""The forms of the editor: each is one part of a service."""
