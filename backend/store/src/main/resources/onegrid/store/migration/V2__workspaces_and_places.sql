-- One place with one set of layers, and what stands there.
-- Every shape is in degrees of EPSG:4490; what the rows of one table may hold is said again, for
-- every column of shapes at once, in V5.

CREATE TABLE onegrid.workspace (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  made_up boolean NOT NULL,
  epsg integer CHECK (epsg > 0),
  -- The box around the base map; null without one.
  west float8, south float8, east float8, north float8,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE onegrid.division (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  code text NOT NULL CHECK (code <> ''),
  level text NOT NULL CHECK (level IN ('CITY', 'COUNTY', 'SUBDISTRICT', 'COMMUNITY')),
  name text NOT NULL,
  parent_code text NOT NULL,
  shape geometry(MultiPolygon, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, code)
);

CREATE TABLE onegrid.compound (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL,
  age text NOT NULL CHECK (age IN ('NEW', 'OLD')),
  community_code text NOT NULL,
  shape geometry(MultiPolygon, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, code)
);

CREATE TABLE onegrid.building (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  code text NOT NULL CHECK (code <> ''),
  compound_code text,
  floors integer NOT NULL CHECK (floors BETWEEN 0 AND 300),
  households integer NOT NULL CHECK (households >= 0),
  people integer NOT NULL CHECK (people >= 0),
  shape geometry(MultiPolygon, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, code)
);

CREATE TABLE onegrid.gate (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  code text NOT NULL CHECK (code <> ''),
  compound_code text NOT NULL,
  shape geometry(Point, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, code)
);

CREATE TABLE onegrid.road (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  seq integer NOT NULL,
  class smallint NOT NULL CHECK (class BETWEEN 1 AND 3),
  name text NOT NULL,
  shape geometry(LineString, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);

CREATE TABLE onegrid.water (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  seq integer NOT NULL,
  name text NOT NULL,
  shape geometry(MultiPolygon, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);

CREATE TABLE onegrid.railway (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  seq integer NOT NULL,
  name text NOT NULL,
  shape geometry(LineString, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);

CREATE TABLE onegrid.landmark (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  seq integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('SCHOOL', 'MARKET', 'OFFICE')),
  name text NOT NULL,
  shape geometry(Point, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, seq)
);

CREATE TABLE onegrid.station (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL,
  kind text NOT NULL,
  criteria text[] NOT NULL CHECK
    (criteria <@ ARRAY['ROOM', 'SIGN', 'ATMOSPHERE', 'COUNCIL', 'ACTIVITIES', 'RECORDS']),
  hours text NOT NULL,
  items text[] NOT NULL,
  shape geometry(Point, 4490) NOT NULL,
  PRIMARY KEY (workspace_id, code)
);

CREATE TABLE onegrid.department (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL,
  PRIMARY KEY (workspace_id, code)
);

CREATE TABLE onegrid.post (
  workspace_id bigint NOT NULL,
  code text NOT NULL CHECK (code <> ''),
  department_code text NOT NULL,
  title text NOT NULL,
  division_code text NOT NULL,
  places integer NOT NULL CHECK (places >= 0),
  filled integer NOT NULL CHECK (filled >= 0),
  PRIMARY KEY (workspace_id, code),
  FOREIGN KEY (workspace_id, department_code) REFERENCES onegrid.department ON DELETE CASCADE
);

CREATE TABLE onegrid.duty (
  workspace_id bigint NOT NULL,
  code text NOT NULL CHECK (code <> ''),
  department_code text NOT NULL,
  item text NOT NULL,
  PRIMARY KEY (workspace_id, code),
  FOREIGN KEY (workspace_id, department_code) REFERENCES onegrid.department ON DELETE CASCADE
);
