"""The typed things of the catalog. French keys are the fields' aliases; pages use the English names."""
