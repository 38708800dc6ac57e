"""What every page stands on: who may enter, forms, what a page carries, refusals in words."""
