"""What citations cost: builds with and without the part of the portal that deals with documents."""
