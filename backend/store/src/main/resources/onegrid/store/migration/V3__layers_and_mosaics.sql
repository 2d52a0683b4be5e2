-- What departments hand in, what a merge makes of it, and what was noticed on the way.

CREATE TABLE onegrid.layer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role text NOT NULL CHECK (role IN ('AREA', 'DEPARTMENT')),
  letter text NOT NULL CHECK (length(letter) = 1),
  hue smallint NOT NULL CHECK (hue BETWEEN 0 AND 5),
  rank integer NOT NULL CHECK (rank >= 0),
  cells integer NOT NULL CHECK (cells >= 0),
  vertices integer NOT NULL CHECK (vertices >= 0),
  area_square_metres float8 NOT NULL CHECK (area_square_metres < 'Infinity'),
  source text NOT NULL,
  crs text NOT NULL,
  west float8, south float8, east float8, north float8,
  imported_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX layer_workspace ON onegrid.layer (workspace_id);

-- The cells as drawn, valid or not: people must see what was handed in.
CREATE TABLE onegrid.cell (
  layer_id bigint NOT NULL REFERENCES onegrid.layer ON DELETE CASCADE,
  seq integer NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  feature integer NOT NULL,
  tint smallint NOT NULL CHECK (tint BETWEEN 0 AND 5),
  shape geometry(MultiPolygon, 4490) NOT NULL,
  PRIMARY KEY (layer_id, seq)
);

CREATE TABLE onegrid.mosaic (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  units integer NOT NULL,
  conflicts integer NOT NULL,
  findings integer NOT NULL,
  area_square_metres float8 NOT NULL CHECK (area_square_metres < 'Infinity'),
  buildings integer NOT NULL,
  households integer NOT NULL,
  people integer NOT NULL,
  wall_seconds float8 NOT NULL CHECK (wall_seconds < 'Infinity'),
  west float8, south float8, east float8, north float8,
  -- json, not jsonb: the file is handed out to the letter.
  report json NOT NULL
);
CREATE INDEX mosaic_workspace ON onegrid.mosaic (workspace_id);

-- Names, letters and hues are copied: a mosaic stays readable when a layer is deleted.
CREATE TABLE onegrid.mosaic_input (
  mosaic_id bigint NOT NULL REFERENCES onegrid.mosaic ON DELETE CASCADE,
  seq integer NOT NULL,
  layer_id bigint NOT NULL,
  role text NOT NULL CHECK (role IN ('AREA', 'DEPARTMENT')),
  letter text NOT NULL,
  hue smallint NOT NULL CHECK (hue BETWEEN 0 AND 5),
  name text NOT NULL,
  cells integer NOT NULL,
  vertices integer NOT NULL,
  tolerance_metres float8 NOT NULL,
  shift_east_metres float8 NOT NULL,
  shift_north_metres float8 NOT NULL,
  largest_movement_metres float8 NOT NULL,
  p99_movement_metres float8 NOT NULL,
  outside_square_metres float8 NOT NULL,
  gained_square_metres float8 NOT NULL,
  lost_square_metres float8 NOT NULL,
  gained_people integer NOT NULL,
  lost_people integer NOT NULL,
  PRIMARY KEY (mosaic_id, seq)
);

CREATE TABLE onegrid.mosaic_phase (
  mosaic_id bigint NOT NULL REFERENCES onegrid.mosaic ON DELETE CASCADE,
  seq integer NOT NULL,
  phase text NOT NULL,
  wall_seconds float8 NOT NULL,
  cpu_seconds float8 NOT NULL,
  PRIMARY KEY (mosaic_id, seq)
);

-- The four large tables have no foreign key: checking it row by row took half the time of a save
-- (1.6 of 3.3 s for 14,160 units, 28,558 arcs, 56,641 rows of crosswalk). Their rows are written
-- only in the transaction that makes their mosaic, and go with it by the trigger below.
CREATE TABLE onegrid.unit (
  mosaic_id bigint NOT NULL,
  seq integer NOT NULL,
  code text NOT NULL CHECK (code <> ''),
  area_code text NOT NULL,
  area_square_metres float8 NOT NULL CHECK (area_square_metres < 'Infinity'),
  sources text[] NOT NULL,
  buildings integer NOT NULL CHECK (buildings >= 0),
  households integer NOT NULL CHECK (households >= 0),
  people integer NOT NULL CHECK (people >= 0),
  tint smallint NOT NULL CHECK (tint BETWEEN 0 AND 5),
  shape geometry(Polygon, 4490) NOT NULL,
  PRIMARY KEY (mosaic_id, seq)
);

CREATE TABLE onegrid.arc (
  mosaic_id bigint NOT NULL,
  seq integer NOT NULL,
  left_unit integer NOT NULL CHECK (left_unit >= -1),
  right_unit integer NOT NULL CHECK (right_unit >= -1),
  drawn_by bigint NOT NULL,
  -- How many bits of drawn_by are set: PostgreSQL 12 cannot count them.
  layers smallint NOT NULL CHECK (layers BETWEEN 0 AND 64),
  shape geometry(LineString, 4490) NOT NULL,
  PRIMARY KEY (mosaic_id, seq)
);

CREATE TABLE onegrid.crosswalk (
  mosaic_id bigint NOT NULL,
  seq integer NOT NULL,
  layer text NOT NULL,
  source_code text NOT NULL,
  unit_code text,
  area_square_metres float8 NOT NULL CHECK (area_square_metres < 'Infinity'),
  buildings integer NOT NULL,
  households integer NOT NULL,
  people integer NOT NULL,
  weight float8 NOT NULL CHECK (weight BETWEEN 0 AND 1),
  PRIMARY KEY (mosaic_id, seq)
);

CREATE TABLE onegrid.conflict (
  mosaic_id bigint NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  layer text NOT NULL,
  area_code text NOT NULL,
  lon float8 NOT NULL CHECK (lon BETWEEN -180 AND 180),
  lat float8 NOT NULL CHECK (lat BETWEEN -90 AND 90),
  area_square_metres float8 NOT NULL CHECK (area_square_metres < 'Infinity'),
  width_metres float8 NOT NULL CHECK (width_metres < 'Infinity'),
  buildings integer NOT NULL,
  households integer NOT NULL,
  people integer NOT NULL,
  claim_layers text[] NOT NULL,
  claim_codes text[] NOT NULL,
  rule text NOT NULL,
  given_layers text[] NOT NULL,
  given_codes text[] NOT NULL,
  shape geometry(Polygon, 4490) NOT NULL,
  PRIMARY KEY (mosaic_id, seq),
  CHECK (cardinality(claim_layers) = cardinality(claim_codes)),
  CHECK (cardinality(given_layers) = cardinality(given_codes))
);
CREATE INDEX conflict_people ON onegrid.conflict (mosaic_id, people DESC, seq);

CREATE FUNCTION onegrid.delete_mosaic_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM onegrid.unit WHERE mosaic_id = OLD.id;
  DELETE FROM onegrid.arc WHERE mosaic_id = OLD.id;
  DELETE FROM onegrid.crosswalk WHERE mosaic_id = OLD.id;
  DELETE FROM onegrid.conflict WHERE mosaic_id = OLD.id;
  RETURN NULL;
END
$$;

CREATE TRIGGER mosaic_rows_go_with_it AFTER DELETE ON onegrid.mosaic
  FOR EACH ROW EXECUTE FUNCTION onegrid.delete_mosaic_rows();

CREATE TABLE onegrid.finding (
  layer_id bigint REFERENCES onegrid.layer ON DELETE CASCADE,
  mosaic_id bigint REFERENCES onegrid.mosaic ON DELETE CASCADE,
  seq integer NOT NULL,
  code text NOT NULL,
  layer text NOT NULL,
  source_code text NOT NULL,
  feature integer NOT NULL CHECK (feature >= 0),
  lon float8 CHECK (lon BETWEEN -180 AND 180),
  lat float8 CHECK (lat BETWEEN -90 AND 90),
  words_zh text NOT NULL,
  words_en text NOT NULL,
  action_zh text NOT NULL,
  action_en text NOT NULL,
  CHECK ((layer_id IS NULL) <> (mosaic_id IS NULL)),
  CHECK ((lon IS NULL) = (lat IS NULL))
);
CREATE UNIQUE INDEX finding_layer ON onegrid.finding (layer_id, seq) WHERE layer_id IS NOT NULL;
CREATE UNIQUE INDEX finding_mosaic ON onegrid.finding (mosaic_id, seq) WHERE mosaic_id IS NOT NULL;
