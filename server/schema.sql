-- What server/migrations add up to. Written by npm run schema; npm run check compares it. Not executed.

CREATE OR REPLACE FUNCTION public.may_see_school(row_school_id text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select row_school_id = nullif(current_setting('app.school_id', true), '')
      or (current_setting('app.scope', true) = 'install' and (select kind from public.install) <> 'school')
$function$;

CREATE OR REPLACE FUNCTION public.pdf_signature_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.value is distinct from old.value or new.prepared is distinct from old.prepared
     or new.slot is distinct from old.slot or new.year_sheet_id is distinct from old.year_sheet_id
     or (old.timestamp_token is not null and new.timestamp_token is distinct from old.timestamp_token) then
    raise exception 'a signature is never changed';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name;
end $function$;

CREATE OR REPLACE FUNCTION public.registry_record_content_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.xml_digest is distinct from old.xml_digest or new.pdf_digest is distinct from old.pdf_digest
     or new.school_id is distinct from old.school_id or new.lookup_code is distinct from old.lookup_code then
    raise exception 'a held record is never changed: a correction is a new version';
  end if;
  if old.state = 'locked' and new.state not in ('locked', 'recallRequested') then
    raise exception 'a locked record stays locked until a recall is approved';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.signature_is_final()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.value is distinct from old.value or new.prepared is distinct from old.prepared
     or new.slot is distinct from old.slot or new.year_sheet_id is distinct from old.year_sheet_id
     or (old.timestamp_token is not null and new.timestamp_token is distinct from old.timestamp_token) then
    raise exception 'a signature is never changed';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.year_sheet_content_is_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.content is distinct from old.content or new.content_digest is distinct from old.content_digest
     or new.version is distinct from old.version or new.record_id is distinct from old.record_id then
    raise exception 'a year sheet is frozen: write a new version';
  end if;
  return new;
end $function$;

create table account (
  account_id uuid not null,
  school_id text not null,
  full_name text not null,
  staff_id text,
  positions text[] not null,
  proposed_positions text[] default '{}'::text[] not null,
  commune_code text,
  active boolean default true not null,
  created_at timestamp with time zone not null,
  constraint account_pkey PRIMARY KEY (account_id)
);
CREATE INDEX account_staff ON account USING btree (school_id, staff_id);
alter table account enable row level security; alter table account force row level security;
create policy account_school on account as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on account to app;
comment on table account is 'Who may sign in. school_id is the organisation id for officers of a registry.';
comment on column account.proposed_positions is 'Positions the last import names beyond teaching: they count once the administrator has confirmed them.';

create table announced_seal (
  school_id text not null,
  certificate_sha256 text not null,
  receiver text not null,
  requested_at timestamp with time zone not null,
  state text not null,
  valid_from date,
  valid_to date,
  constraint announced_seal_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'approved'::text, 'refused'::text, 'ended'::text]))),
  constraint announced_seal_pkey PRIMARY KEY (school_id, certificate_sha256)
);
alter table announced_seal enable row level security; alter table announced_seal force row level security;
create policy announced_seal_school on announced_seal as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on announced_seal to app;
comment on table announced_seal is 'Seals a school asked its registry to accept, and what the registry said.';

create table audit_log (
  id bigint generated always as identity not null,
  school_id text not null,
  at timestamp with time zone not null,
  account_id uuid,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb default '{}'::jsonb not null,
  constraint audit_log_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_log_subject ON audit_log USING btree (school_id, subject_kind, subject_id, id);
alter table audit_log enable row level security; alter table audit_log force row level security;
create policy audit_log_school on audit_log as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
CREATE TRIGGER audit_log_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on audit_log to app;
comment on table audit_log is 'Append-only: who did what to which record when. Insert and select only.';

create table birth_date_attempt (
  code_hash text not null,
  failed integer not null,
  closed_until timestamp with time zone,
  constraint birth_date_attempt_pkey PRIMARY KEY (code_hash)
);
grant delete, insert, select, update on birth_date_attempt to app;
comment on table birth_date_attempt is 'Wrong birth dates for a code; closed for a while after too many. Holds no personal data, hence no tenant policy.';

create table class_release (
  school_id text not null,
  school_year text not null,
  class_id text not null,
  released_at timestamp with time zone not null,
  released_by text not null,
  constraint class_release_pkey PRIMARY KEY (school_id, school_year, class_id)
);
alter table class_release enable row level security; alter table class_release force row level security;
create policy class_release_school on class_release as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on class_release to app;
comment on table class_release is 'Ban hành dữ liệu theo dõi: the vice-principal opened the class for carry-over; entry is closed from then, except for pupils who still wait.';

create table class_summary (
  school_id text not null,
  school_year text not null,
  class_id text not null,
  version integer not null,
  content jsonb not null,
  created_at timestamp with time zone not null,
  constraint class_summary_pkey PRIMARY KEY (school_id, school_year, class_id, version)
);
alter table class_summary enable row level security; alter table class_summary force row level security;
create policy class_summary_school on class_summary as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on class_summary to app;
comment on table class_summary is 'Bảng tổng hợp kết quả đánh giá giáo dục, reconciled with every year sheet cell by cell.';

create table enrolment (
  school_id text not null,
  school_year text not null,
  student_id text not null,
  class_id text not null,
  status text not null,
  register jsonb default '{}'::jsonb not null,
  constraint enrolment_status_check CHECK ((status = ANY (ARRAY['enrolled'::text, 'transferredIn'::text, 'transferredOut'::text, 'droppedOut'::text]))),
  constraint enrolment_pkey PRIMARY KEY (school_id, school_year, student_id)
);
CREATE INDEX enrolment_class ON enrolment USING btree (school_id, school_year, class_id);
alter table enrolment enable row level security; alter table enrolment force row level security;
create policy enrolment_school on enrolment as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on enrolment to app;
comment on column enrolment.register is 'Register number, dates and kind of disability as the sector database gives them.';

create table import_run (
  import_id uuid not null,
  school_id text not null,
  file_name text not null,
  file_digest text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  account_id uuid not null,
  status text not null,
  progress jsonb default '{}'::jsonb not null,
  report jsonb default '{}'::jsonb not null,
  constraint import_run_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'refused'::text, 'problems'::text, 'applied'::text, 'failed'::text]))),
  constraint import_run_pkey PRIMARY KEY (import_id)
);
CREATE INDEX import_run_school ON import_run USING btree (school_id, started_at);
alter table import_run enable row level security; alter table import_run force row level security;
create policy import_run_school on import_run as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on import_run to app;
comment on table import_run is 'One upload: its progress and report outlive the browser tab.';

create table inbox_counter (
  sender text not null,
  last_sequence bigint not null,
  constraint inbox_counter_pkey PRIMARY KEY (sender)
);
grant delete, insert, select, update on inbox_counter to app;
comment on table inbox_counter is 'Highest number of each sender below which nothing is missing; its row serialises what one sender causes.';

create table inbox_message (
  sender text not null,
  message_id text not null,
  sequence bigint not null,
  kind text not null,
  body_digest text not null,
  received_at timestamp with time zone not null,
  handled_at timestamp with time zone,
  answer jsonb,
  constraint inbox_message_pkey PRIMARY KEY (sender, message_id)
);
CREATE UNIQUE INDEX inbox_message_number ON inbox_message USING btree (sender, sequence);
grant delete, insert, select, update on inbox_message to app;
comment on table inbox_message is 'Messages from other installs, once each: a repeated message gets the first answer again.';

create table install (
  only_one boolean default true not null,
  kind text not null,
  organisation_id text not null,
  constraint install_kind_check CHECK ((kind = ANY (ARRAY['school'::text, 'province'::text, 'ministry'::text, 'portal'::text]))),
  constraint install_only_one_check CHECK (only_one),
  constraint install_pkey PRIMARY KEY (only_one)
);
grant select on install to app;
comment on table install is 'Which kind of install this database serves; read by row-level security.';

create table issued_record (
  year_sheet_id uuid not null,
  school_id text not null,
  session_id uuid not null,
  xml_digest text not null,
  pdf_digest text not null,
  xml_bytes integer not null,
  pdf_bytes integer not null,
  issued_at timestamp with time zone not null,
  constraint issued_record_session_id_fkey FOREIGN KEY (session_id) REFERENCES signing_session(session_id),
  constraint issued_record_year_sheet_id_fkey FOREIGN KEY (year_sheet_id) REFERENCES year_sheet(year_sheet_id),
  constraint issued_record_pkey PRIMARY KEY (year_sheet_id)
);
CREATE INDEX issued_record_session ON issued_record USING btree (session_id);
alter table issued_record enable row level security; alter table issued_record force row level security;
create policy issued_record_school on issued_record as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
CREATE TRIGGER issued_record_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON issued_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on issued_record to app;
comment on table issued_record is 'XML and PDF of an issued year sheet, SHA-256 hex of bytes kept in the file store. Never changed, never deleted.';

create table issuer (
  school_id text not null,
  certificate_sha256 text not null,
  sender text not null,
  school_name text not null,
  commune_code text not null,
  certificate bytea not null,
  requested_at timestamp with time zone not null,
  state text not null,
  valid_from date,
  valid_to date,
  decided_by text,
  decided_at timestamp with time zone,
  constraint issuer_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'approved'::text, 'refused'::text, 'ended'::text]))),
  constraint issuer_pkey PRIMARY KEY (school_id, certificate_sha256)
);
alter table issuer enable row level security; alter table issuer force row level security;
create policy issuer_school on issuer as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on issuer to app;
comment on table issuer is 'Con dấu số của trường: asked for by the install that serves the school (sender), decided by an officer; at other installs as the root registry told.';

create table lock_run (
  run_id uuid not null,
  school_id text not null,
  school_year text not null,
  cohort text not null,
  school_ids text[],
  grades smallint[] not null,
  effective_date date not null,
  source text not null,
  locked_by text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  locked integer default 0 not null,
  constraint lock_run_cohort_check CHECK ((cohort = ANY (ARRAY['completed'::text, 'notYetCompletedOrFaulty'::text]))),
  constraint lock_run_pkey PRIMARY KEY (run_id)
);
alter table lock_run enable row level security; alter table lock_run force row level security;
create policy lock_run_school on lock_run as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant insert, select, update on lock_run to app;
comment on table lock_run is 'Chốt: which cohort and grades from which day, by what document. school_id is the registry itself; school_ids null means all schools.';

create table login (
  username text not null,
  account_id uuid not null,
  school_id text not null,
  password_hash text not null,
  failed_attempts integer default 0 not null,
  locked_until timestamp with time zone,
  constraint login_pkey PRIMARY KEY (username),
  constraint login_account_id_key UNIQUE (account_id)
);
grant delete, insert, select, update on login to app;
comment on table login is 'Read before the school is known, hence without a tenant policy; holds no personal data beyond the user name.';

create table outbox_counter (
  receiver text not null,
  last_sequence bigint not null,
  constraint outbox_counter_pkey PRIMARY KEY (receiver)
);
grant delete, insert, select, update on outbox_counter to app;

create table outbox_message (
  message_id uuid not null,
  receiver text not null,
  sequence bigint not null,
  school_id text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  attempts integer default 0 not null,
  last_problem text,
  constraint outbox_message_pkey PRIMARY KEY (message_id),
  constraint outbox_message_receiver_sequence_key UNIQUE (receiver, sequence)
);
CREATE INDEX outbox_message_open ON outbox_message USING btree (receiver, sequence) WHERE (delivered_at IS NULL);
grant delete, insert, select, update on outbox_message to app;
comment on table outbox_message is 'Messages to other installs, written in the transaction of the change that causes them.';

create table pdf_signature (
  year_sheet_id uuid not null,
  school_id text not null,
  session_id uuid not null,
  prepared jsonb not null,
  value bytea not null,
  signed_at timestamp with time zone not null,
  timestamp_token bytea,
  timestamped_at timestamp with time zone,
  slot text not null,
  constraint pdf_signature_slot_check CHECK ((slot = ANY (ARRAY['principalPdf'::text, 'sealPdf'::text]))),
  constraint pdf_signature_session_id_fkey FOREIGN KEY (session_id) REFERENCES signing_session(session_id),
  constraint pdf_signature_year_sheet_id_fkey FOREIGN KEY (year_sheet_id) REFERENCES pdf_to_sign(year_sheet_id),
  constraint pdf_signature_pkey PRIMARY KEY (year_sheet_id, slot)
);
CREATE INDEX pdf_signature_session ON pdf_signature USING btree (session_id);
alter table pdf_signature enable row level security; alter table pdf_signature force row level security;
create policy pdf_signature_school on pdf_signature as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
CREATE TRIGGER pdf_signature_final BEFORE UPDATE ON pdf_signature FOR EACH ROW EXECUTE FUNCTION pdf_signature_is_final();
grant insert, select, update on pdf_signature to app;
comment on table pdf_signature is 'The principal''s signature of a PDF, or that of a seal on a token; the primary key is what keeps it from being doubled.';
comment on column pdf_signature.prepared is 'KeptPades of features/signing; the file with its empty place is in the file store.';

create table pdf_to_sign (
  year_sheet_id uuid not null,
  school_id text not null,
  seal_session_id uuid not null,
  xml_digest text not null,
  xml_bytes integer not null,
  pdf_digest text not null,
  offered_at timestamp with time zone not null,
  principal_signs boolean not null,
  constraint pdf_to_sign_seal_session_id_fkey FOREIGN KEY (seal_session_id) REFERENCES signing_session(session_id),
  constraint pdf_to_sign_year_sheet_id_fkey FOREIGN KEY (year_sheet_id) REFERENCES year_sheet(year_sheet_id),
  constraint pdf_to_sign_pkey PRIMARY KEY (year_sheet_id)
);
CREATE INDEX pdf_to_sign_session ON pdf_to_sign USING btree (seal_session_id);
alter table pdf_to_sign enable row level security; alter table pdf_to_sign force row level security;
create policy pdf_to_sign_school on pdf_to_sign as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
CREATE TRIGGER pdf_to_sign_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON pdf_to_sign FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on pdf_to_sign to app;
comment on table pdf_to_sign is 'The finished XML and the PDF made of it, SHA-256 hex of bytes in the file store: what the principal, or a seal on a token, signs; once a sheet.';
comment on column pdf_to_sign.seal_session_id is 'The act that sealed the XML; its seal signs the PDF as well.';
comment on column pdf_to_sign.principal_signs is 'Whether the principal signs this PDF before the seal does; else only the seal on a token waits for it.';

create table pending_work (
  kind text not null,
  school_id text not null,
  key text not null,
  due_at timestamp with time zone not null,
  requests integer default 1 not null,
  attempts integer default 0 not null,
  last_problem text,
  constraint pending_work_pkey PRIMARY KEY (kind, school_id, key)
);
CREATE INDEX pending_work_due ON pending_work USING btree (due_at);
grant delete, insert, select, update on pending_work to app;
comment on table pending_work is 'What is still to be done, derived from state: losing a worker loses nothing. No personal data, hence no tenant policy.';
comment on column pending_work.requests is 'Counts requests, so that one made while the work runs is not lost.';

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
  year_result text,
  state text not null,
  effective_date date,
  xml_digest text not null,
  pdf_digest text not null,
  sender text not null,
  sequence bigint not null,
  published_at timestamp with time zone not null,
  constraint published_record_state_check CHECK ((state = ANY (ARRAY['received'::text, 'locked'::text, 'replaced'::text, 'withdrawn'::text, 'recallRequested'::text, 'recalled'::text]))),
  constraint published_record_pkey PRIMARY KEY (record_id, school_year, version)
);
CREATE INDEX published_record_code ON published_record USING btree (code_hash);
CREATE INDEX published_record_pdf ON published_record USING btree (pdf_digest);
CREATE INDEX published_record_xml ON published_record USING btree (xml_digest);
alter table published_record enable row level security; alter table published_record force row level security;
create policy published_record_school on published_record as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant insert, select, update on published_record to app;
comment on table published_record is 'One row a version; files by SHA-256 in the portal''s own file store.';
comment on column published_record.code_hash is 'SHA-256, hex, of the look-up code: a reader of the database learns no code, and looking one up takes no time that tells of it.';
comment on column published_record.sequence is 'Number of the publication last acted on: an earlier one that comes later changes nothing.';

create table pupil_year (
  school_id text not null,
  school_year text not null,
  student_id text not null,
  revision integer default 1 not null,
  facts jsonb not null,
  imported jsonb,
  updated_at timestamp with time zone not null,
  updated_by text not null,
  constraint pupil_year_pkey PRIMARY KEY (school_id, school_year, student_id)
);
alter table pupil_year enable row level security; alter table pupil_year force row level security;
create policy pupil_year_school on pupil_year as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on pupil_year to app;
comment on table pupil_year is 'Levels, scores, comments, absences of one pupil and year; revision guards against lost updates.';
comment on column pupil_year.facts is 'PupilYearFacts of features/entry.';
comment on column pupil_year.imported is 'Facts as the last import said them: the next one takes over only what its workbook changed, so corrections made here stay.';

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
  year_result text,
  cohort text not null,
  xml_digest text not null,
  pdf_digest text not null,
  state text not null,
  late boolean not null,
  sender text not null,
  submission_id text not null,
  received_at timestamp with time zone not null,
  locked_at timestamp with time zone,
  effective_date date,
  report_outcome text,
  report_reasons jsonb default '[]'::jsonb not null,
  constraint registry_record_cohort_check CHECK ((cohort = ANY (ARRAY['completed'::text, 'notYetCompletedOrFaulty'::text]))),
  constraint registry_record_report_outcome_check CHECK ((report_outcome = ANY (ARRAY['accepted'::text, 'rejected'::text]))),
  constraint registry_record_state_check CHECK ((state = ANY (ARRAY['received'::text, 'locked'::text, 'replaced'::text, 'withdrawn'::text, 'recallRequested'::text, 'recalled'::text]))),
  constraint registry_record_pkey PRIMARY KEY (record_id, school_year, version)
);
CREATE INDEX registry_record_class ON registry_record USING btree (school_id, school_year, class_name);
CREATE INDEX registry_record_lock ON registry_record USING btree (school_year, cohort, state);
CREATE INDEX registry_record_lookup ON registry_record USING btree (lookup_code);
alter table registry_record enable row level security; alter table registry_record force row level security;
create policy registry_record_school on registry_record as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
CREATE TRIGGER registry_record_final BEFORE UPDATE ON registry_record FOR EACH ROW EXECUTE FUNCTION registry_record_content_is_final();
grant insert, select, update on registry_record to app;
comment on table registry_record is 'Year sheets a registry accepted. Files by SHA-256 in its own file store; a locked row keeps its files for ever.';
comment on column registry_record.report_outcome is 'What the registry above answered; null while it has not, or where there is none above.';

create table rejected_submission (
  record_id text not null,
  school_year text not null,
  version integer not null,
  school_id text not null,
  class_name text not null,
  sender text not null,
  submission_id text not null,
  reasons jsonb not null,
  rejected_at timestamp with time zone not null,
  constraint rejected_submission_pkey PRIMARY KEY (record_id, school_year, version, school_id)
);
alter table rejected_submission enable row level security; alter table rejected_submission force row level security;
create policy rejected_submission_school on rejected_submission as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on rejected_submission to app;
comment on table rejected_submission is 'The last refusal of a version; gone once that version is accepted. Identities as the sender claimed them.';

create table school (
  school_id text not null,
  name text not null,
  commune_code text not null,
  commune_name text not null,
  province_code text not null,
  province_name text not null,
  school_level text not null,
  constraint school_pkey PRIMARY KEY (school_id)
);
alter table school enable row level security; alter table school force row level security;
create policy school_school on school as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on school to app;

create table school_class (
  school_id text not null,
  school_year text not null,
  class_id text not null,
  name text not null,
  grade smallint not null,
  homeroom_staff_id text,
  constraint school_class_pkey PRIMARY KEY (school_id, school_year, class_id)
);
alter table school_class enable row level security; alter table school_class force row level security;
create policy school_class_school on school_class as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on school_class to app;

create table session (
  id_hash bytea not null,
  data jsonb not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (id_hash)
);
grant delete, insert, select, update on session to app;
comment on table session is 'Signed-in browsers; only the SHA-256 of the session id is kept.';

create table signature (
  year_sheet_id uuid not null,
  school_id text not null,
  slot text not null,
  session_id uuid not null,
  prepared jsonb not null,
  value bytea not null,
  signed_at timestamp with time zone not null,
  timestamp_token bytea,
  timestamped_at timestamp with time zone,
  constraint signature_session_id_fkey FOREIGN KEY (session_id) REFERENCES signing_session(session_id),
  constraint signature_year_sheet_id_fkey FOREIGN KEY (year_sheet_id) REFERENCES year_sheet(year_sheet_id),
  constraint signature_pkey PRIMARY KEY (year_sheet_id, slot)
);
CREATE INDEX signature_session ON signature USING btree (session_id);
CREATE INDEX signature_without_timestamp ON signature USING btree (school_id, session_id) WHERE (timestamp_token IS NULL);
alter table signature enable row level security; alter table signature force row level security;
create policy signature_school on signature as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
CREATE TRIGGER signature_final BEFORE UPDATE ON signature FOR EACH ROW EXECUTE FUNCTION signature_is_final();
grant insert, select, update on signature to app;
comment on table signature is 'One signature a place: the primary key is what keeps it from being doubled.';

create table signing_credential (
  school_id text not null,
  staff_id text not null,
  kind text not null,
  credential_id text not null,
  certificate bytea not null,
  chain bytea[] not null,
  multisign integer not null,
  secret text,
  registered_at timestamp with time zone not null,
  service_id text,
  constraint signing_credential_kind_check CHECK ((kind = ANY (ARRAY['remote'::text, 'pkcs12'::text, 'token'::text]))),
  constraint signing_credential_pkey PRIMARY KEY (school_id, staff_id)
);
alter table signing_credential enable row level security; alter table signing_credential force row level security;
create policy signing_credential_school on signing_credential as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on signing_credential to app;
comment on table signing_credential is 'Certificate a person, or the school (staff_id = school id), signs with.';
comment on column signing_credential.multisign is 'Most signatures one authorisation of this credential may cover.';
comment on column signing_credential.secret is 'Encrypted with the key of the settings: a service token, or the PKCS#12 file.';
comment on column signing_credential.service_id is 'The school’s own signing service; null: the one of the install’s settings, or no service.';

create table signing_item (
  session_id uuid not null,
  school_id text not null,
  year_sheet_id uuid not null,
  slot text not null,
  "position" integer not null,
  label text not null,
  state text not null,
  problem text,
  prepared jsonb,
  digest bytea,
  constraint signing_item_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'prepared'::text, 'signed'::text, 'refused'::text]))),
  constraint signing_item_session_id_fkey FOREIGN KEY (session_id) REFERENCES signing_session(session_id),
  constraint signing_item_year_sheet_id_fkey FOREIGN KEY (year_sheet_id) REFERENCES year_sheet(year_sheet_id),
  constraint signing_item_pkey PRIMARY KEY (session_id, year_sheet_id, slot)
);
CREATE INDEX signing_item_open ON signing_item USING btree (session_id, state, "position");
alter table signing_item enable row level security; alter table signing_item force row level security;
create policy signing_item_school on signing_item as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on signing_item to app;

create table signing_service (
  school_id text not null,
  service_id text not null,
  kind text not null,
  name text not null,
  url text not null,
  account text not null,
  registered_at timestamp with time zone not null,
  constraint signing_service_kind_check CHECK ((kind = ANY (ARRAY['cscV1'::text, 'smartSigning'::text]))),
  constraint signing_service_pkey PRIMARY KEY (school_id, service_id)
);
alter table signing_service enable row level security; alter table signing_service force row level security;
create policy signing_service_school on signing_service as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on signing_service to app;
comment on table signing_service is 'A remote signing service this school has a contract with, beside the one of the install’s settings.';
comment on column signing_service.account is 'Encrypted with the key of the settings: how the school proves itself to the service.';

create table signing_session (
  session_id uuid not null,
  school_id text not null,
  account_id uuid not null,
  signatory_name text not null,
  slot text not null,
  staff_id text not null,
  credential_kind text not null,
  credential_id text not null,
  certificate bytea not null,
  chain bytea[] not null,
  multisign integer not null,
  state text not null,
  problem text,
  list_digest text,
  provider_request text,
  authorisation text,
  authorised_until timestamp with time zone,
  authorisation_requests integer default 0 not null,
  fruitless_calls integer default 0 not null,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  unused_signatures integer default 0 not null,
  constraint signing_session_credential_kind_check CHECK ((credential_kind = ANY (ARRAY['remote'::text, 'pkcs12'::text, 'token'::text]))),
  constraint signing_session_state_check CHECK ((state = ANY (ARRAY['preparing'::text, 'requesting'::text, 'awaitingApproval'::text, 'signing'::text, 'finished'::text, 'rejected'::text, 'failed'::text, 'cancelled'::text]))),
  constraint signing_session_pkey PRIMARY KEY (session_id)
);
CREATE INDEX signing_session_account ON signing_session USING btree (account_id, created_at);
alter table signing_session enable row level security; alter table signing_session force row level security;
create policy signing_session_school on signing_session as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on signing_session to app;
comment on table signing_session is 'One act: an authorisation bound to exactly the digests of its items.';
comment on column signing_session.certificate is 'The certificate this act signs with, whatever is registered later.';
comment on column signing_session.list_digest is 'SHA-256, hex, over the digests to be signed one after the other in the order of the list.';
comment on column signing_session.authorisation is 'Encrypted; wiped when the act ends.';
comment on column signing_session.authorisation_requests is 'How often the signatory was asked; an act does not ask for ever.';
comment on column signing_session.fruitless_calls is 'Calls in a row that brought no signature that verifies.';
comment on column signing_session.unused_signatures is 'Signatures the service sent that were kept for no document: doubles, and such that fit nothing.';

create table staff (
  school_id text not null,
  staff_id text not null,
  full_name text not null,
  birth_date text,
  positions text[] not null,
  constraint staff_pkey PRIMARY KEY (school_id, staff_id)
);
alter table staff enable row level security; alter table staff force row level security;
create policy staff_school on staff as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on staff to app;

create table student (
  school_id text not null,
  student_id text not null,
  record_id text not null,
  lookup_code text not null,
  full_name text not null,
  sort_key text not null,
  profile jsonb not null,
  constraint student_pkey PRIMARY KEY (school_id, student_id),
  constraint student_lookup_code_key UNIQUE (lookup_code),
  constraint student_record_id_key UNIQUE (record_id)
);
alter table student enable row level security; alter table student force row level security;
create policy student_school on student as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on student to app;
comment on column student.sort_key is 'Vietnamese order, given name first.';
comment on column student.profile is 'StudentProfile of @hocba/record.';

create table submission (
  message_id uuid not null,
  school_id text not null,
  year_sheet_id uuid not null,
  receiver text not null,
  submitted_by text not null,
  submitted_at timestamp with time zone not null,
  outcome text,
  reasons jsonb default '[]'::jsonb not null,
  answered_at timestamp with time zone,
  receipt text,
  constraint submission_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'rejected'::text]))),
  constraint submission_year_sheet_id_fkey FOREIGN KEY (year_sheet_id) REFERENCES year_sheet(year_sheet_id),
  constraint submission_pkey PRIMARY KEY (message_id)
);
CREATE INDEX submission_sheet ON submission USING btree (year_sheet_id, submitted_at);
alter table submission enable row level security; alter table submission force row level security;
create policy submission_school on submission as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant insert, select, update on submission to app;
comment on table submission is 'One handing-in of an issued record. A sheet rejected for a cause outside it may be handed in again.';
comment on column submission.receipt is 'Biên nhận: the registry''s answer as the JWS it signed.';

create table teaching_assignment (
  school_id text not null,
  school_year text not null,
  class_id text not null,
  subject text not null,
  staff_id text not null,
  constraint teaching_assignment_pkey PRIMARY KEY (school_id, school_year, class_id, subject)
);
alter table teaching_assignment enable row level security; alter table teaching_assignment force row level security;
create policy teaching_assignment_school on teaching_assignment as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
grant delete, insert, select, update on teaching_assignment to app;

create table year_sheet (
  year_sheet_id uuid not null,
  school_id text not null,
  school_year text not null,
  class_id text not null,
  student_id text not null,
  record_id text not null,
  lookup_code text not null,
  version integer not null,
  content jsonb not null,
  content_digest text not null,
  state text not null,
  cohort text not null,
  carried_over_at timestamp with time zone not null,
  carried_over_by text not null,
  effective_date date,
  constraint year_sheet_cohort_check CHECK ((cohort = ANY (ARRAY['completed'::text, 'notYetCompletedOrFaulty'::text]))),
  constraint year_sheet_state_check CHECK ((state = ANY (ARRAY['carriedOver'::text, 'signedBySubjectTeachers'::text, 'signedByHomeroomTeacher'::text, 'signedByPrincipal'::text, 'issued'::text, 'submitted'::text, 'received'::text, 'rejected'::text, 'locked'::text, 'recallRequested'::text, 'recalled'::text, 'withdrawn'::text]))),
  constraint year_sheet_pkey PRIMARY KEY (year_sheet_id),
  constraint year_sheet_school_id_school_year_student_id_version_key UNIQUE (school_id, school_year, student_id, version)
);
CREATE INDEX year_sheet_class ON year_sheet USING btree (school_id, school_year, class_id);
CREATE UNIQUE INDEX year_sheet_one_in_force ON year_sheet USING btree (school_id, school_year, student_id) WHERE (state <> ALL (ARRAY['withdrawn'::text, 'recalled'::text]));
CREATE INDEX year_sheet_record ON year_sheet USING btree (record_id, version);
alter table year_sheet enable row level security; alter table year_sheet force row level security;
create policy year_sheet_school on year_sheet as permissive for all to public using (may_see_school(school_id)) with check (may_see_school(school_id));
CREATE TRIGGER year_sheet_frozen BEFORE UPDATE ON year_sheet FOR EACH ROW EXECUTE FUNCTION year_sheet_content_is_frozen();
grant delete, insert, select, update on year_sheet to app;
comment on column year_sheet.content is 'YearSheet of @hocba/record, exactly what content_digest and every signature cover.';
comment on column year_sheet.content_digest is 'SHA-256, hex, of contentDigestInput(content).';
