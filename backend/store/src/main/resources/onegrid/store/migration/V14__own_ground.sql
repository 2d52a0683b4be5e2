-- A street office brings its own ground: what was handed in, and what was noticed about it.

-- A gate or bollard on a way that nobody may pass, as an extract of OpenStreetMap tells it.
ALTER TABLE onegrid.crossing DROP CONSTRAINT crossing_kind_check;
ALTER TABLE onegrid.crossing ADD CONSTRAINT crossing_kind_check
  CHECK (kind IN ('CROSSING', 'CROSSING_WITH_LIGHTS', 'LEVEL_CROSSING', 'CLOSED'));

-- What people on foot do not cross and is neither drawn as water nor as a railway: walls, streams.
CREATE TABLE onegrid.barrier (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('RIVER', 'RAILWAY', 'WALL')),
  name text NOT NULL,
  -- Whether it came out of the same extract as the roads, and goes with them.
  with_roads boolean NOT NULL,
  shape geometry(LineString, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, with_roads, seq),
  CONSTRAINT barrier_shape_sound CHECK (CASE
    WHEN ST_IsEmpty(shape) OR ST_NPoints(shape) > 100000 THEN false
    WHEN NOT (ST_Length(shape) < 'Infinity') THEN false
    WHEN ST_XMin(shape) < -180 OR ST_XMax(shape) > 180
      OR ST_YMin(shape) < -85 OR ST_YMax(shape) > 85 THEN false
    WHEN ST_XMax(shape) - ST_XMin(shape) > 10
      OR ST_YMax(shape) - ST_YMin(shape) > 10 THEN false
    ELSE ST_Length(shape) > 0 END)
);
CREATE INDEX barrier_shape ON onegrid.barrier USING gist (shape);

-- The last hand-in of each part of the ground.
CREATE TABLE onegrid.ground (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  part text NOT NULL CHECK (part IN
    ('ROADS', 'BARRIERS', 'CROSSINGS', 'COMPOUNDS', 'GATES', 'BUILDINGS', 'STATIONS', 'BORDERS')),
  file text NOT NULL CHECK (file <> ''),
  things integer NOT NULL CHECK (things > 0),
  handed_in_at timestamptz NOT NULL DEFAULT now(),
  handed_in_by text NOT NULL,
  -- Where the data of the roads ends; null when it does not say.
  west float8 CHECK (west BETWEEN -180 AND 180),
  south float8 CHECK (south BETWEEN -90 AND 90),
  east float8 CHECK (east BETWEEN west AND 180),
  north float8 CHECK (north BETWEEN south AND 90),
  UNIQUE (workspace_id, part),
  CHECK (num_nulls(west, south, east, north) IN (0, 4))
);

-- Findings of a hand-in and of an answer.
ALTER TABLE onegrid.finding DROP CONSTRAINT finding_check;
ALTER TABLE onegrid.finding
  ADD ground_id bigint REFERENCES onegrid.ground ON DELETE CASCADE,
  ADD coverage_id bigint REFERENCES onegrid.coverage ON DELETE CASCADE;
ALTER TABLE onegrid.finding ADD CONSTRAINT finding_of_one CHECK
  (num_nonnulls(layer_id, mosaic_id, ground_id, coverage_id) = 1);
CREATE UNIQUE INDEX finding_ground ON onegrid.finding (ground_id, seq) WHERE ground_id IS NOT NULL;
CREATE UNIQUE INDEX finding_coverage ON onegrid.finding (coverage_id, seq)
  WHERE coverage_id IS NOT NULL;
