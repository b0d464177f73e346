"""The same blog built by Hugo, Eleventy, plain Pelican and this project, in turn, and compared."""
