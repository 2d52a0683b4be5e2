-- Whom a workspace belongs to, what an account may reach, and keys that make a write happen once.

ALTER TABLE onegrid.account
  ADD version bigint NOT NULL DEFAULT 1,
  -- Grows whenever whoever is signed in has to sign in again.
  ADD epoch bigint NOT NULL DEFAULT 1,
  ADD disabled_at timestamptz,
  -- Codes of 行政区划; a right reaches the division and all below it.
  ADD divisions text[] NOT NULL DEFAULT '{}'
    CHECK (array_to_string(divisions, ',') ~ '^([0-9]{2,15}(,[0-9]{2,15})*)?$'),
  ADD departments text[] NOT NULL DEFAULT '{}';

-- Of a token only the hash is kept.
CREATE TABLE onegrid.api_token (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES onegrid.account ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  token_hash text NOT NULL UNIQUE CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  may_write boolean NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX api_token_account ON onegrid.api_token (account_id);

ALTER TABLE onegrid.workspace
  ADD version bigint NOT NULL DEFAULT 1,
  ADD owner_id bigint REFERENCES onegrid.account ON DELETE SET NULL,
  -- The division it lies in; empty keeps it to its owner.
  ADD division_code text NOT NULL DEFAULT '' CHECK (division_code ~ '^([0-9]{2,15})?$');

ALTER TABLE onegrid.layer
  ADD department text NOT NULL DEFAULT '',
  -- SHA-256 of what was handed in, empty where it did not come as files.
  ADD digest text NOT NULL DEFAULT '';
CREATE INDEX layer_digest ON onegrid.layer (workspace_id, digest) WHERE digest <> '';

ALTER TABLE onegrid.job ADD owner_id bigint REFERENCES onegrid.account ON DELETE SET NULL;
CREATE INDEX job_owner ON onegrid.job (owner_id) WHERE state IN ('QUEUED', 'RUNNING');

-- What was answered to a request with an Idempotency-Key, kept in the transaction of its effect.
CREATE TABLE onegrid.answer_once (
  account_id bigint NOT NULL REFERENCES onegrid.account ON DELETE CASCADE,
  key text NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  fingerprint text NOT NULL,
  status integer NOT NULL DEFAULT 0,
  content_type text NOT NULL DEFAULT '',
  location text NOT NULL DEFAULT '',
  etag text NOT NULL DEFAULT '',
  body bytea NOT NULL DEFAULT '',
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, key)
);
CREATE INDEX answer_once_at ON onegrid.answer_once (at);
