"""What a build may take over from the one before it, and how it knows that it may."""
