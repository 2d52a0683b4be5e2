-- Plans in several hands: whose a draft is, what each operation read and wrote, where a plan stood
-- after it, and the cells of what was published.

ALTER TABLE onegrid.plan
  -- Grows with every change of the plan but those of its log, for If-Match.
  ADD version bigint NOT NULL DEFAULT 1,
  ADD owner_id bigint REFERENCES onegrid.account ON DELETE SET NULL,
  -- Accounts that the owner lets work on the draft.
  ADD editors bigint[] NOT NULL DEFAULT '{}',
  -- Of the plan after its newest operation.
  ADD digest text NOT NULL DEFAULT '' CHECK (digest ~ '^([0-9a-f]{64})?$'),
  ADD published_mosaic_id bigint REFERENCES onegrid.mosaic ON DELETE SET NULL;
CREATE INDEX plan_published ON onegrid.plan (published_mosaic_id)
  WHERE published_mosaic_id IS NOT NULL;

ALTER TABLE onegrid.plan_operation
  -- The wish itself, so that the log can be told again from the start.
  ADD edit json NOT NULL DEFAULT '{}',
  ADD reads text[] NOT NULL DEFAULT '{}',
  ADD writes text[] NOT NULL DEFAULT '{}',
  ADD digest text NOT NULL DEFAULT '' CHECK (digest ~ '^([0-9a-f]{64})?$');

-- The log only grows; it goes with its plan.
CREATE FUNCTION onegrid.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'onegrid.% only grows: % refused', TG_TABLE_NAME, TG_OP;
END
$$;
CREATE TRIGGER plan_operation_only_grows BEFORE UPDATE ON onegrid.plan_operation
  FOR EACH STATEMENT EXECUTE FUNCTION onegrid.refuse_rewriting();

-- All of a plan as bytes: at its start, and again now and then, so that a long log need not be
-- told from the start.
CREATE TABLE onegrid.plan_snapshot (
  plan_id bigint NOT NULL REFERENCES onegrid.plan ON DELETE CASCADE,
  seq bigint NOT NULL CHECK (seq >= 0),
  digest text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  bytes bytea NOT NULL,
  PRIMARY KEY (plan_id, seq)
);

-- What was decided about a plan, and why.
CREATE TABLE onegrid.plan_step (
  plan_id bigint NOT NULL REFERENCES onegrid.plan ON DELETE CASCADE,
  seq bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  who text NOT NULL,
  state text NOT NULL
    CHECK (state IN ('DRAFT', 'SUBMITTED', 'REVIEWED', 'FILED', 'IN_FORCE', 'RETIRED')),
  note text NOT NULL,
  PRIMARY KEY (plan_id, seq)
);

-- The grid cells of a published version; merges have none. Retired codes stay, so that none is
-- given twice.
CREATE TABLE onegrid.grid_cell (
  mosaic_id bigint NOT NULL REFERENCES onegrid.mosaic ON DELETE CASCADE,
  seq integer NOT NULL,
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('BASE', 'EXCLUSIVE')),
  area_code text NOT NULL,
  retired boolean NOT NULL,
  units text[] NOT NULL,
  PRIMARY KEY (mosaic_id, seq),
  UNIQUE (mosaic_id, code),
  CHECK (retired = (cardinality(units) = 0))
);
