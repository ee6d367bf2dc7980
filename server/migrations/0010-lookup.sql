-- Look-up: what the root registry published, and how often a birth date was guessed wrong.
create table published_record (
  record_id text not null,
  school_year text not null,
  version integer not null,
  school_id text not null,
  code_hash text not null,
  school_name text not null,
  grade smallint not null,
  class_name text not null,
  student_name text not null,
  birth_date text not null,
  education_result text,
  state text not null check (state in ('received', 'locked', 'replaced', 'withdrawn', 'recallRequested', 'recalled')),
  effective_date date,
  xml_digest text not null,
  pdf_digest text not null,
  sender text not null,
  sequence bigint not null,
  published_at timestamptz not null,
  primary key (record_id, school_year, version)
);
comment on table published_record is 'One row a version; files by SHA-256 in the portal''s own file store.';
comment on column published_record.code_hash is 'SHA-256, hex, of the look-up code: a reader of the database learns no code, and looking one up takes no time that tells of it.';
comment on column published_record.sequence is 'Number of the publication last acted on: an earlier one that comes later changes nothing.';
create index published_record_code on published_record (code_hash);
create index published_record_xml on published_record (xml_digest);
create index published_record_pdf on published_record (pdf_digest);
alter table published_record enable row level security;
alter table published_record force row level security;
create policy published_record_school on published_record using (may_see_school(school_id)) with check (may_see_school(school_id));

create table birth_date_attempt (
  code_hash text primary key,
  failed integer not null,
  closed_until timestamptz
);
comment on table birth_date_attempt is 'Wrong birth dates for a code; closed for a while after too many. Holds no personal data, hence no tenant policy.';
revoke delete on published_record from {{app_role}};
