-- Issued records: the files that left the school's hands, by digest.
create table issued_record (
  year_sheet_id uuid primary key references year_sheet,
  school_id text not null,
  session_id uuid not null references signing_session,
  xml_digest text not null,
  pdf_digest text not null,
  xml_bytes integer not null,
  pdf_bytes integer not null,
  issued_at timestamptz not null
);
comment on table issued_record is 'XML and PDF of an issued year sheet, SHA-256 hex of bytes kept in the file store. Never changed, never deleted.';
create index issued_record_session on issued_record (session_id);
alter table issued_record enable row level security;
alter table issued_record force row level security;
create policy issued_record_school on issued_record using (may_see_school(school_id)) with check (may_see_school(school_id));
create trigger issued_record_append_only before update or delete or truncate on issued_record
  for each statement execute function refuse_change();
revoke update, delete, truncate on issued_record from {{app_role}};
