"""The words that factex knows: data files that a linguist can edit, and the tables made of them."""
