"""The processes that share one piece of work, and their memory.

- `hands`: how many there may be, and the ones that are started
- `sharing`: parts of some work, taken by whoever is free
- `collector`: how often Python looks for cycles of values
"""
