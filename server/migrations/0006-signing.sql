-- Signing: whose certificate, which list of documents one act covers, every signature made.
create table signing_credential (
  school_id text not null,
  staff_id text not null,
  kind text not null check (kind in ('remote', 'pkcs12')),
  credential_id text not null,
  certificate bytea not null,
  chain bytea[] not null,
  multisign integer not null,
  secret text,
  registered_at timestamptz not null,
  primary key (school_id, staff_id)
);
comment on table signing_credential is 'Certificate a person, or the school (staff_id = school id), signs with.';
comment on column signing_credential.multisign is 'Most signatures one authorisation of this credential may cover.';
comment on column signing_credential.secret is 'Encrypted with the key of the settings: a service token, or the PKCS#12 file.';

create table signing_session (
  session_id uuid primary key,
  school_id text not null,
  account_id uuid not null,
  signatory_name text not null,
  slot text not null,
  staff_id text not null,
  credential_kind text not null check (credential_kind in ('remote', 'pkcs12')),
  credential_id text not null,
  certificate bytea not null,
  chain bytea[] not null,
  multisign integer not null,
  state text not null check (state in ('preparing', 'requesting', 'awaitingApproval', 'signing', 'finished', 'rejected', 'failed', 'cancelled')),
  problem text,
  list_digest text,
  provider_request text,
  authorisation text,
  authorised_until timestamptz,
  authorisation_requests integer not null default 0,
  fruitless_calls integer not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz
);
comment on table signing_session is 'One act: an authorisation bound to exactly the digests of its items.';
comment on column signing_session.certificate is 'The certificate this act signs with, whatever is registered later.';
comment on column signing_session.authorisation_requests is 'How often the signatory was asked; an act does not ask for ever.';
comment on column signing_session.fruitless_calls is 'Calls in a row that brought no signature that verifies.';
create index signing_session_account on signing_session (account_id, created_at);
comment on column signing_session.list_digest is 'SHA-256, hex, over the digests to be signed one after the other in the order of the list.';
comment on column signing_session.authorisation is 'Encrypted; wiped when the act ends.';
create table signing_item (
  session_id uuid not null references signing_session,
  school_id text not null,
  year_sheet_id uuid not null references year_sheet,
  slot text not null,
  position integer not null,
  label text not null,
  state text not null check (state in ('listed', 'prepared', 'signed', 'refused')),
  problem text,
  prepared jsonb,
  digest bytea,
  primary key (session_id, year_sheet_id, slot)
);
create index signing_item_open on signing_item (session_id, state, position);

create table signature (
  year_sheet_id uuid not null references year_sheet,
  school_id text not null,
  slot text not null,
  session_id uuid not null references signing_session,
  prepared jsonb not null,
  value bytea not null,
  signed_at timestamptz not null,
  timestamp_token bytea,
  timestamped_at timestamptz,
  primary key (year_sheet_id, slot)
);
comment on table signature is 'One signature a place: the primary key is what keeps it from being doubled.';
create index signature_session on signature (session_id);
create index signature_without_timestamp on signature (school_id, session_id) where timestamp_token is null;
create function signature_is_final() returns trigger language plpgsql as $$
begin
  if new.value is distinct from old.value or new.prepared is distinct from old.prepared
     or new.slot is distinct from old.slot or new.year_sheet_id is distinct from old.year_sheet_id
     or (old.timestamp_token is not null and new.timestamp_token is distinct from old.timestamp_token) then
    raise exception 'a signature is never changed';
  end if;
  return new;
end $$;
create trigger signature_final before update on signature for each row execute function signature_is_final();

do $$ declare t text; begin
  foreach t in array array['signing_credential','signing_session','signing_item','signature'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (may_see_school(school_id)) with check (may_see_school(school_id))', t || '_school', t);
  end loop;
end $$;
revoke delete on signature from {{app_role}};
