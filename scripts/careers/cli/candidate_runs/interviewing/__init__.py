"""The runs about interviews: scorecards, and the files of offers."""
