"""factex."""
