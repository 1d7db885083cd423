-- Those without a partner by the person, so that a page of them by name begins where the last one ended: read person by
-- person, each looked for in the whole run, it took seconds in a house of 100,000.
CREATE INDEX match_run_leftovers_by_person ON match_run_leftovers (organisation_id, match_run_id, person_id);
