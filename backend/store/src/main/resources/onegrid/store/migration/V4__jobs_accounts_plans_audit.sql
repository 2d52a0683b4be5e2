-- Who works with the data, what they ordered, what they changed.

CREATE TABLE onegrid.account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
  role text NOT NULL CHECK (role IN ('ADMINISTRATOR', 'PLANNER', 'REVIEWER', 'STREET_OFFICE',
    'CLERK', 'INSPECTOR', 'VIEWER')),
  password_hash text NOT NULL CHECK (password_hash <> ''),
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Links for the first run. The token itself is never kept.
CREATE TABLE onegrid.setup_token (
  token_hash text PRIMARY KEY,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE onegrid.job (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  workspace_id bigint NOT NULL REFERENCES onegrid.workspace ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('IMPORT', 'MERGE')),
  state text NOT NULL DEFAULT 'QUEUED'
    CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  ordered json NOT NULL,
  ordered_by text NOT NULL,
  progress float8 NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
  phase_zh text NOT NULL DEFAULT '',
  phase_en text NOT NULL DEFAULT '',
  cancel_asked boolean NOT NULL DEFAULT false,
  attempts integer NOT NULL DEFAULT 0,
  -- The fencing token: grows with every claim, and only the newest may write.
  token bigint NOT NULL DEFAULT 0,
  worker text,
  leased_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  layer_id bigint,
  mosaic_id bigint,
  problem json,
  CHECK ((state = 'RUNNING') = (leased_until IS NOT NULL))
);
CREATE INDEX job_queue ON onegrid.job (id) WHERE state = 'QUEUED';
CREATE INDEX job_lease ON onegrid.job (leased_until) WHERE state = 'RUNNING';
CREATE INDEX job_workspace ON onegrid.job (workspace_id, id DESC);

CREATE TABLE onegrid.plan (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mosaic_id bigint NOT NULL REFERENCES onegrid.mosaic ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  state text NOT NULL DEFAULT 'DRAFT'
    CHECK (state IN ('DRAFT', 'SUBMITTED', 'REVIEWED', 'FILED', 'IN_FORCE', 'RETIRED')),
  last_seq bigint NOT NULL DEFAULT 0 CHECK (last_seq >= 0),
  created_by text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX plan_mosaic ON onegrid.plan (mosaic_id);

CREATE TABLE onegrid.plan_operation (
  plan_id bigint NOT NULL REFERENCES onegrid.plan ON DELETE CASCADE,
  seq bigint NOT NULL CHECK (seq > 0),
  who text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  verb text NOT NULL,
  ids text[] NOT NULL,
  before json NOT NULL,
  after json NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (plan_id, seq)
);

CREATE TABLE onegrid.audit (
  seq bigint PRIMARY KEY,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  verb text NOT NULL,
  subject text NOT NULL,
  detail text NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$')
);

-- The end of the chain. Locking this one row puts writers in line; keeping the end here shows when
-- the newest lines were cut off.
CREATE TABLE onegrid.audit_end (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seq bigint NOT NULL,
  hash text NOT NULL
);
INSERT INTO onegrid.audit_end (seq, hash) VALUES (0, repeat('0', 64));

CREATE FUNCTION onegrid.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'onegrid.% only grows: % refused', TG_TABLE_NAME, TG_OP;
END
$$;

CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON onegrid.audit
  FOR EACH STATEMENT EXECUTE FUNCTION onegrid.refuse_change();
