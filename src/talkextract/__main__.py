"""`python -m talkextract`: the command line."""

from .doors.cli import main

if __name__ == "__main__":
    main()
