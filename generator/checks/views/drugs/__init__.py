"""Drugs and treatments: their names, their lines, what is watched."""
