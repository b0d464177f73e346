"""The work behind each task of tasks.py: French outside, plain functions inside."""
