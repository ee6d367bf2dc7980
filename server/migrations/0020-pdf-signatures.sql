-- PDFs that the principal signs before the school's seal does, where the profile asks for it; empty everywhere else.
create table pdf_to_sign (
  year_sheet_id uuid primary key references year_sheet,
  school_id text not null,
  seal_session_id uuid not null references signing_session,
  xml_digest text not null,
  xml_bytes integer not null,
  pdf_digest text not null,
  offered_at timestamptz not null
);
comment on table pdf_to_sign is 'The finished XML and the PDF made of it, SHA-256 hex of bytes in the file store: what the principal signs, once a sheet.';
comment on column pdf_to_sign.seal_session_id is 'The act that sealed the XML; its seal signs the PDF as well.';
create index pdf_to_sign_session on pdf_to_sign (seal_session_id);

create table pdf_signature (
  year_sheet_id uuid primary key references pdf_to_sign,
  school_id text not null,
  session_id uuid not null references signing_session,
  prepared jsonb not null,
  value bytea not null,
  signed_at timestamptz not null,
  timestamp_token bytea,
  timestamped_at timestamptz
);
comment on table pdf_signature is 'The principal''s signature of a PDF; the primary key is what keeps it from being doubled.';
comment on column pdf_signature.prepared is 'KeptPades of features/signing; the file with its empty place is in the file store.';
create index pdf_signature_session on pdf_signature (session_id);
create function pdf_signature_is_final() returns trigger language plpgsql as $$
begin
  if new.value is distinct from old.value or new.prepared is distinct from old.prepared
     or new.year_sheet_id is distinct from old.year_sheet_id
     or (old.timestamp_token is not null and new.timestamp_token is distinct from old.timestamp_token) then
    raise exception 'a signature is never changed';
  end if;
  return new;
end $$;
create trigger pdf_signature_final before update on pdf_signature for each row execute function pdf_signature_is_final();
create trigger pdf_to_sign_append_only before update or delete or truncate on pdf_to_sign
  for each statement execute function refuse_change();

do $$ declare t text; begin
  foreach t in array array['pdf_to_sign','pdf_signature'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (may_see_school(school_id)) with check (may_see_school(school_id))', t || '_school', t);
  end loop;
end $$;
revoke update, delete, truncate on pdf_to_sign from {{app_role}};
revoke delete on pdf_signature from {{app_role}};
