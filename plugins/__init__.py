"""The site's own Pelican plugins, in the order a fact travels (see docs/architecture.md)."""
