-- Nothing happens where PostGIS is there already, in whatever schema of the search path.
CREATE EXTENSION IF NOT EXISTS postgis WITH SCHEMA public;
