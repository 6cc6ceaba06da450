"""The workbench in the browser: parses requests, calls `case`, serves what `present` shapes. The only async code."""
