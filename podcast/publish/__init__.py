"""What listeners get beside the sound: tags, chapters, transcripts, notes, cover. Each file makes one of them."""
