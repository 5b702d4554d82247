"""An Article becomes a Script."""
