"""Documents as PDF: rendered text to nodes, nodes to pages. `newsportal.pdf.files` makes the files."""
