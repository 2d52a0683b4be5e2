-- One rule for every column of shapes: an index, and checks that no bad row can poison what reads
-- it. Area and length propagate a NaN or infinity of any vertex (a bounding box does not), and none
-- of the functions before IsValid can fail on hostile input.

DO $$
DECLARE
  shapes record;
  measure text;
  whole text;
BEGIN
  FOR shapes IN
    SELECT f_table_name AS name, type FROM geometry_columns
    WHERE f_table_schema = 'onegrid' AND f_geometry_column = 'shape'
  LOOP
    measure := CASE
      WHEN shapes.type LIKE '%POLYGON' THEN 'ST_Area(shape)'
      WHEN shapes.type = 'LINESTRING' THEN 'ST_Length(shape)'
      ELSE 'abs(ST_X(shape)) + abs(ST_Y(shape))'
    END;
    -- Cells stay as they were drawn. A line is valid when it has a length.
    whole := CASE
      WHEN shapes.name = 'cell' THEN 'true'
      WHEN shapes.type LIKE '%POLYGON' THEN 'ST_IsValid(shape)'
      WHEN shapes.type = 'LINESTRING' THEN 'ST_Length(shape) > 0'
      ELSE 'true'
    END;
    EXECUTE format(
      'ALTER TABLE onegrid.%I ADD CONSTRAINT %I CHECK (CASE'
      ' WHEN ST_IsEmpty(shape) OR ST_NPoints(shape) > 100000 THEN false'
      ' WHEN NOT (%s < ''Infinity'') THEN false'
      ' WHEN ST_XMin(shape) < -180 OR ST_XMax(shape) > 180'
      '   OR ST_YMin(shape) < -85 OR ST_YMax(shape) > 85 THEN false'
      ' WHEN ST_XMax(shape) - ST_XMin(shape) > 10'
      '   OR ST_YMax(shape) - ST_YMin(shape) > 10 THEN false'
      ' ELSE %s END)',
      shapes.name, shapes.name || '_shape_sound', measure, whole);
    EXECUTE format(
      'CREATE INDEX %I ON onegrid.%I USING gist (shape)',
      shapes.name || '_shape', shapes.name);
  END LOOP;
END
$$;

-- What of a cell, as drawn, is seen in one tile; null when it cannot be drawn, so that one bad row
-- never costs the tile. Simplified in degrees before it is projected.
CREATE FUNCTION onegrid.tile_cell(
  shape geometry, tolerance_degrees float8, tile box2d
) RETURNS geometry LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ST_AsMVTGeom(
    ST_Transform(ST_Simplify(shape, tolerance_degrees, true), 3857), tile, 4096, 64, true);
EXCEPTION WHEN OTHERS THEN
  RETURN NULL;
END
$$;
