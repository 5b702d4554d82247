"""What goes out with the MP3: tags, chapters, transcripts, notes."""
