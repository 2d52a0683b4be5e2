-- Borders that stay where they are when layers are merged: road centres, rivers, railways.
CREATE TABLE onegrid.protected_border (
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  seq integer NOT NULL,
  name text NOT NULL,
  -- Lines, or areas whose outlines are meant.
  shape geometry(Geometry, 4490) NOT NULL CHECK (ST_Dimension(shape) > 0),
  PRIMARY KEY (workspace_id, seq),
  -- The rule of V5 for the shapes of this step.
  CONSTRAINT protected_border_shape_sound CHECK (CASE
    WHEN ST_IsEmpty(shape) OR ST_NPoints(shape) > 100000 THEN false
    WHEN NOT (ST_Length(shape) + ST_Perimeter(shape) < 'Infinity') THEN false
    WHEN ST_XMin(shape) < -180 OR ST_XMax(shape) > 180
      OR ST_YMin(shape) < -85 OR ST_YMax(shape) > 85 THEN false
    WHEN ST_XMax(shape) - ST_XMin(shape) > 10
      OR ST_YMax(shape) - ST_YMin(shape) > 10 THEN false
    ELSE ST_IsValid(shape) END)
);
CREATE INDEX protected_border_shape ON onegrid.protected_border USING gist (shape);

-- How far the layer had drifted, and on how many edges and corners that rests.
ALTER TABLE onegrid.mosaic_input
  ADD largest_drift_metres float8 NOT NULL DEFAULT 0 CHECK (largest_drift_metres < 'Infinity'),
  ADD mean_drift_metres float8 NOT NULL DEFAULT 0 CHECK (mean_drift_metres < 'Infinity'),
  ADD drift_matches integer NOT NULL DEFAULT 0 CHECK (drift_matches >= 0);
