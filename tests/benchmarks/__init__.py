"""Speed and size against the peers, measured in one run on one machine."""
