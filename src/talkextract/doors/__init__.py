"""The doors: command line, spaCy component, scorer. Each imports the pipeline, none is imported by it."""
