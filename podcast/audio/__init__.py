"""Clips become a programme."""
