"""A turn becomes words to be spoken, and these a Clip."""
