"""What is true, where it is kept, what can be asked."""
