-- Whether there is a sample enterprise among 200,000 real ones is asked at every publication.
CREATE INDEX enterprise_note ON enterprise (note);
