create table if not exists signing_user (
  user_id text primary key,
  full_name text not null,
  pin_hash text not null,
  failed_pins integer not null default 0,
  locked_until timestamptz
);
create table if not exists credential (
  credential_id uuid primary key,
  user_id text not null unique references signing_user,
  kind text not null,
  public_key bytea not null,
  encrypted_key bytea not null,
  certificates bytea[] not null default '{}',
  status text not null default 'enabled',
  multisign integer not null
);
create table if not exists authorization_code (
  code_hash bytea primary key,
  client_id text not null,
  user_id text not null references signing_user,
  redirect_uri text not null,
  code_challenge text not null,
  expires_at timestamptz not null,
  used boolean not null default false
);
create table if not exists token (
  token_hash bytea primary key,
  kind text not null check (kind in ('access', 'refresh', 'phone')),
  client_id text,
  user_id text references signing_user,
  -- Tokens that come from one login or one refresh token fall together.
  family uuid not null,
  expires_at timestamptz not null,
  revoked boolean not null default false
);
create index if not exists token_family on token (family);
create table if not exists authorisation (
  authorisation_id uuid primary key,
  client_id text not null,
  user_id text not null references signing_user,
  credential_id uuid not null references credential,
  hashes text[] not null,
  hash_algorithm text not null,
  list_root text not null,
  description text not null,
  labels text[] not null,
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  sad_expires_at timestamptz
);
create index if not exists authorisation_user on authorisation (user_id, state);
create table if not exists made_signature (
  authorisation_id uuid not null references authorisation,
  hash text not null,
  signature bytea not null,
  primary key (authorisation_id, hash)
);
comment on table made_signature is 'One signature for each hash of an authorisation, kept so that a repeated request gets the same one.';
