-- The versions of an enterprise and month are found by submission_version; few enough that their hashes need no index.
ALTER TABLE submission DROP INDEX submission_content;
