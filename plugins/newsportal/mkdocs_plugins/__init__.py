"""MkDocs as host of the portal: thin adapters over its hooks. No other part knows MkDocs, its theme or Jinja."""
