"""Styles, scripts, images, social cards."""
