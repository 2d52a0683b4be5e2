-- What the ground needs to be walked on, and who is reached on it.

-- 1 main, 2 side, 3 lane, 4 footpath, 5 steps.
ALTER TABLE onegrid.road DROP CONSTRAINT road_class_check;
ALTER TABLE onegrid.road
  ADD CONSTRAINT road_class_check CHECK (class BETWEEN 1 AND 5),
  ADD bridge boolean NOT NULL DEFAULT false,
  ADD tunnel boolean NOT NULL DEFAULT false,
  ADD level smallint NOT NULL DEFAULT 0,
  -- 1 along its drawing only, -1 against it only, 0 both.
  ADD one_way smallint NOT NULL DEFAULT 0 CHECK (one_way BETWEEN -1 AND 1);

ALTER TABLE onegrid.gate
  -- As OpenStreetMap writes them; empty for always.
  ADD hours text NOT NULL DEFAULT '',
  ADD own_people_only boolean NOT NULL DEFAULT false;

ALTER TABLE onegrid.compound
  ADD kind text NOT NULL DEFAULT '',
  ADD walled boolean NOT NULL DEFAULT true;

-- How many people it can serve; null when nobody said.
ALTER TABLE onegrid.station ADD capacity integer CHECK (capacity >= 0);

-- Marked crossings of main roads and level crossings of railways.
CREATE TABLE onegrid.crossing (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('CROSSING', 'CROSSING_WITH_LIGHTS', 'LEVEL_CROSSING')),
  shape geometry(Point, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);

ALTER TABLE onegrid.job DROP CONSTRAINT job_kind_check;
ALTER TABLE onegrid.job
  ADD CONSTRAINT job_kind_check CHECK (kind IN ('IMPORT', 'MERGE', 'COVERAGE')),
  ADD coverage_id bigint;

CREATE TABLE onegrid.coverage (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  -- What was asked, and the words of what was assumed.
  scenario json NOT NULL,
  -- Equal hashes are equal networks, and equal buildings with equal stations.
  network_version text NOT NULL CHECK (network_version <> ''),
  places_version text NOT NULL CHECK (places_version <> ''),
  buildings integer NOT NULL CHECK (buildings >= 0),
  buildings_covered integer NOT NULL CHECK (buildings_covered >= 0),
  people bigint NOT NULL CHECK (people >= 0),
  people_covered bigint NOT NULL CHECK (people_covered >= 0),
  people_unknown bigint NOT NULL CHECK (people_unknown >= 0),
  pockets integer NOT NULL CHECK (pockets >= 0),
  wall_seconds float8 NOT NULL CHECK (wall_seconds < 'Infinity'),
  -- json, not jsonb: the file is handed out to the letter.
  report json NOT NULL
);
CREATE INDEX coverage_workspace ON onegrid.coverage (workspace_id, id DESC);

-- Whole files as they were written with the result, so that it stays what it was when the ground
-- changes; packed with gzip.
CREATE TABLE onegrid.coverage_file (
  coverage_id bigint NOT NULL REFERENCES onegrid.coverage ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> ''),
  content bytea NOT NULL,
  PRIMARY KEY (coverage_id, name)
);

CREATE TABLE onegrid.coverage_pocket (
  coverage_id bigint NOT NULL REFERENCES onegrid.coverage ON DELETE CASCADE,
  seq integer NOT NULL,
  name text NOT NULL,
  compound_code text NOT NULL,
  community_code text NOT NULL,
  buildings integer NOT NULL CHECK (buildings > 0),
  households bigint NOT NULL CHECK (households >= 0),
  people bigint NOT NULL CHECK (people >= 0),
  -- The nearest on foot; empty and -1 for none within an hour.
  station text NOT NULL,
  seconds integer NOT NULL CHECK (seconds >= -1),
  metres float8 NOT NULL CHECK (metres BETWEEN -1 AND 1e9),
  straight_station text NOT NULL,
  straight_metres float8 NOT NULL CHECK (straight_metres BETWEEN -1 AND 1e9),
  obstacle text NOT NULL,
  obstacle_name text NOT NULL,
  lon float8 NOT NULL CHECK (lon BETWEEN -180 AND 180),
  lat float8 NOT NULL CHECK (lat BETWEEN -90 AND 90),
  PRIMARY KEY (coverage_id, seq)
);

-- As with mosaics, the two large tables have no foreign key: their rows are written only in the
-- transaction that makes their result, and go with it by the trigger below.
CREATE TABLE onegrid.coverage_building (
  coverage_id bigint NOT NULL,
  seq integer NOT NULL,
  code text NOT NULL CHECK (code <> ''),
  -- 0 covered, 1 not covered, 2 unknown; and by the straight radius alone.
  state smallint NOT NULL CHECK (state BETWEEN 0 AND 2),
  on_paper boolean NOT NULL,
  reason text NOT NULL,
  station text NOT NULL,
  seconds integer NOT NULL CHECK (seconds >= -1),
  metres float8 NOT NULL CHECK (metres BETWEEN -1 AND 1e9),
  straight_station text NOT NULL,
  straight_metres float8 NOT NULL CHECK (straight_metres BETWEEN -1 AND 1e9),
  households integer NOT NULL CHECK (households >= 0),
  people integer NOT NULL CHECK (people >= 0),
  shape geometry(MultiPolygon, 4490) NOT NULL,
  PRIMARY KEY (coverage_id, seq)
);

-- The parts of what is reached within so many seconds.
CREATE TABLE onegrid.coverage_band (
  coverage_id bigint NOT NULL,
  seq integer NOT NULL,
  limit_seconds integer NOT NULL CHECK (limit_seconds > 0),
  shape geometry(Polygon, 4490) NOT NULL,
  PRIMARY KEY (coverage_id, seq)
);

-- The rule of V5 for the shapes of this step. The area reached in a whole city is one shape.
DO $$
DECLARE
  shapes record;
BEGIN
  FOR shapes IN
    SELECT * FROM (VALUES ('crossing', 100000, 'abs(ST_X(shape)) + abs(ST_Y(shape))', 'true'),
      ('coverage_building', 100000, 'ST_Area(shape)', 'ST_IsValid(shape)'),
      ('coverage_band', 2000000, 'ST_Area(shape)', 'ST_IsValid(shape)'))
      AS s (name, points, measure, whole)
  LOOP
    EXECUTE format(
      'ALTER TABLE onegrid.%I ADD CONSTRAINT %I CHECK (CASE'
      ' WHEN ST_IsEmpty(shape) OR ST_NPoints(shape) > %s THEN false'
      ' WHEN NOT (%s < ''Infinity'') THEN false'
      ' WHEN ST_XMin(shape) < -180 OR ST_XMax(shape) > 180'
      '   OR ST_YMin(shape) < -85 OR ST_YMax(shape) > 85 THEN false'
      ' WHEN ST_XMax(shape) - ST_XMin(shape) > 10'
      '   OR ST_YMax(shape) - ST_YMin(shape) > 10 THEN false'
      ' ELSE %s END)',
      shapes.name, shapes.name || '_shape_sound', shapes.points, shapes.measure, shapes.whole);
    EXECUTE format(
      'CREATE INDEX %I ON onegrid.%I USING gist (shape)',
      shapes.name || '_shape', shapes.name);
  END LOOP;
END
$$;

CREATE FUNCTION onegrid.delete_coverage_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM onegrid.coverage_building WHERE coverage_id = OLD.id;
  DELETE FROM onegrid.coverage_band WHERE coverage_id = OLD.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER coverage_rows_go_with_it AFTER DELETE ON onegrid.coverage
  FOR EACH ROW EXECUTE FUNCTION onegrid.delete_coverage_rows();
