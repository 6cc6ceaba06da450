"""Reads files, folders, pages and standard input: each report becomes a document with passages at exact offsets.

What cannot be read becomes an error in its place; nothing here interprets what a report says.
"""

from rashomon.ingest.fetcher import HttpFetcher
from rashomon.ingest.fixed import FixedFetcher
from rashomon.ingest.limits import Limits
from rashomon.ingest.passages import split_passages
from rashomon.ingest.reader import read_inputs
from rashomon.ingest.report import Report

__all__ = ["FixedFetcher", "HttpFetcher", "Limits", "Report", "read_inputs", "split_passages"]
