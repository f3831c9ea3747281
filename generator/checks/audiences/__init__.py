"""What an edition tells its readers: in plain words for patients, and never more than the clinicians are told."""
