"""Views: records to text, JSON, Markdown and HTML. Nothing here reads a file or decides anything."""
