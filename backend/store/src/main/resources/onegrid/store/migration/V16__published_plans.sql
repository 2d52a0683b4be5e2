-- Publishing is a job, and units of a published version know their cell: tiles carry it.

ALTER TABLE onegrid.job DROP CONSTRAINT job_kind_check;
ALTER TABLE onegrid.job
  ADD CONSTRAINT job_kind_check CHECK (kind IN ('IMPORT', 'MERGE', 'COVERAGE', 'PUBLISH'));

-- Null in merges, which have no cells.
ALTER TABLE onegrid.unit ADD cell text;
UPDATE onegrid.unit u SET cell = c.code
FROM (SELECT mosaic_id, code, unnest(units) AS unit FROM onegrid.grid_cell) c
WHERE u.mosaic_id = c.mosaic_id AND u.code = c.unit;

-- A draft that was carried here from another version, and what of it could not be.
ALTER TABLE onegrid.plan
  ADD carried_from bigint REFERENCES onegrid.plan ON DELETE SET NULL,
  ADD left_behind json;
