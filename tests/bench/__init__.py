"""Measure the real site: `./faire mesurer`. Nothing here is a test; nothing asserts a speed."""
