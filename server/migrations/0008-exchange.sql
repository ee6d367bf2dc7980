-- Messages between installs: numbering per sender, what schools sent, whose seals a registry accepts, the records it holds.
-- Ids are the sender's own and need not be UUIDs.
alter table inbox_message alter column message_id type text;
create unique index inbox_message_number on inbox_message (sender, sequence);
create table inbox_counter (
  sender text primary key,
  last_sequence bigint not null
);
comment on table inbox_counter is 'Highest number of each sender below which nothing is missing; its row serialises what one sender causes.';

-- School: what was handed in, and the registry's signed answer.
create table submission (
  message_id uuid primary key,
  school_id text not null,
  year_sheet_id uuid not null references year_sheet,
  receiver text not null,
  submitted_by text not null,
  submitted_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'rejected')),
  reasons jsonb not null default '[]',
  answered_at timestamptz,
  receipt text
);
comment on table submission is 'One handing-in of an issued record. A sheet rejected for a cause outside it may be handed in again.';
comment on column submission.receipt is 'Biên nhận: the registry''s answer as the JWS it signed.';
create index submission_sheet on submission (year_sheet_id, submitted_at);

create table announced_seal (
  school_id text not null,
  certificate_sha256 text not null,
  receiver text not null,
  requested_at timestamptz not null,
  state text not null check (state in ('requested', 'approved', 'refused', 'ended')),
  valid_from date,
  valid_to date,
  primary key (school_id, certificate_sha256)
);
comment on table announced_seal is 'Seals a school asked its registry to accept, and what the registry said.';

-- Registry: schools as issuers.
create table issuer (
  school_id text not null,
  certificate_sha256 text not null,
  sender text not null,
  school_name text not null,
  commune_code text not null,
  certificate bytea not null,
  requested_at timestamptz not null,
  state text not null check (state in ('requested', 'approved', 'refused', 'ended')),
  valid_from date,
  valid_to date,
  decided_by text,
  decided_at timestamptz,
  primary key (school_id, certificate_sha256)
);
comment on table issuer is 'Con dấu số của trường: asked for by the install that serves the school (sender), decided by an officer; at other installs as the root registry told.';

-- Registry: records held, one row a version.
create table registry_record (
  record_id text not null,
  school_year text not null,
  version integer not null,
  school_id text not null,
  school_name text not null,
  lookup_code text not null,
  grade smallint not null,
  class_name text not null,
  student_name text not null,
  education_result text,
  cohort text not null check (cohort in ('completed', 'notYetCompletedOrFaulty')),
  xml_digest text not null,
  pdf_digest text not null,
  state text not null check (state in ('received', 'locked', 'replaced', 'withdrawn', 'recallRequested', 'recalled')),
  late boolean not null,
  sender text not null,
  submission_id text not null,
  received_at timestamptz not null,
  locked_at timestamptz,
  effective_date date,
  report_outcome text check (report_outcome in ('accepted', 'rejected')),
  report_reasons jsonb not null default '[]',
  primary key (record_id, school_year, version)
);
comment on table registry_record is 'Year sheets a registry accepted. Files by SHA-256 in its own file store; a locked row keeps its files for ever.';
comment on column registry_record.report_outcome is 'What the registry above answered; null while it has not, or where there is none above.';
create index registry_record_class on registry_record (school_id, school_year, class_name);
create index registry_record_lock on registry_record (school_year, cohort, state);
create index registry_record_lookup on registry_record (lookup_code);
create function registry_record_content_is_final() returns trigger language plpgsql as $$
begin
  if new.xml_digest is distinct from old.xml_digest or new.pdf_digest is distinct from old.pdf_digest
     or new.school_id is distinct from old.school_id or new.lookup_code is distinct from old.lookup_code then
    raise exception 'a held record is never changed: a correction is a new version';
  end if;
  if old.state = 'locked' and new.state not in ('locked', 'recallRequested') then
    raise exception 'a locked record stays locked until a recall is approved';
  end if;
  return new;
end $$;
create trigger registry_record_final before update on registry_record
  for each row execute function registry_record_content_is_final();

create table rejected_submission (
  record_id text not null,
  school_year text not null,
  version integer not null,
  school_id text not null,
  class_name text not null,
  sender text not null,
  submission_id text not null,
  reasons jsonb not null,
  rejected_at timestamptz not null,
  primary key (record_id, school_year, version, school_id)
);
comment on table rejected_submission is 'The last refusal of a version; gone once that version is accepted. Identities as the sender claimed them.';

do $$ declare t text; begin
  foreach t in array array['submission','announced_seal','issuer','registry_record','rejected_submission'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (may_see_school(school_id)) with check (may_see_school(school_id))', t || '_school', t);
  end loop;
end $$;
revoke delete on registry_record, submission from {{app_role}};
