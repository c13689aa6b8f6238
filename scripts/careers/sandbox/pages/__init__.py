"""The sandbox's pages for people: repositories, issues by stage, one issue."""
