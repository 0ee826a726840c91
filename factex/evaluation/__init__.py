"""Gold files and how facts are held against them."""
