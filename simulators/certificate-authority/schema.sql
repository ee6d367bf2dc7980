create table if not exists authority_key (
  name text primary key check (name in ('root', 'issuing', 'tsa', 'ocsp')),
  certificate bytea not null,
  public_key bytea not null,
  encrypted_key bytea not null
);
create table if not exists issued_certificate (
  serial_number text primary key,
  issuer text not null check (issuer in ('root', 'issuing')),
  kind text not null,
  subject text not null,
  certificate bytea not null,
  request_id text unique,
  issued_at timestamptz not null default now(),
  revoked_at timestamptz,
  revocation_reason text
);
create index if not exists revoked_certificate on issued_certificate (issuer) where revoked_at is not null;
create table if not exists serial_block (
  name text primary key,
  next_serial bigint not null
);
