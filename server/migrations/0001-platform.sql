-- What every install stands on: who it is, the audit log nobody can rewrite, sessions, pending work, the outbox.

-- The application role is created by whoever installs; it owns nothing. {{app_role}} is replaced when migrating.
grant usage on schema public to {{app_role}};
alter default privileges in schema public grant select, insert, update, delete on tables to {{app_role}};
alter default privileges in schema public grant usage, select on sequences to {{app_role}};

create table install (
  only_one boolean primary key default true check (only_one),
  kind text not null check (kind in ('school', 'province', 'ministry', 'portal')),
  organisation_id text not null
);
comment on table install is 'Which kind of install this database serves; read by row-level security.';

-- A forgotten setting shows nothing; only a registry may look across schools, and a school install never can.
create function may_see_school(row_school_id text) returns boolean language sql stable as $$
  select row_school_id = nullif(current_setting('app.school_id', true), '')
      or (current_setting('app.scope', true) = 'install' and (select kind from public.install) <> 'school')
$$;

create table audit_log (
  id bigint generated always as identity primary key,
  school_id text not null,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null default '{}'
);
comment on table audit_log is 'Append-only: who did what to which record when. Insert and select only.';
create index audit_log_subject on audit_log (school_id, subject_kind, subject_id, id);
alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy audit_log_school on audit_log using (may_see_school(school_id)) with check (may_see_school(school_id));
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log
  for each statement execute function refuse_change();

create table session (
  id_hash bytea primary key,
  data jsonb not null,
  expires_at timestamptz not null
);
comment on table session is 'Signed-in browsers; only the SHA-256 of the session id is kept.';

create table pending_work (
  kind text not null,
  school_id text not null,
  key text not null,
  due_at timestamptz not null,
  requests integer not null default 1,
  attempts integer not null default 0,
  last_problem text,
  primary key (kind, school_id, key)
);
comment on table pending_work is 'What is still to be done, derived from state: losing a worker loses nothing. No personal data, hence no tenant policy.';
comment on column pending_work.requests is 'Counts requests, so that one made while the work runs is not lost.';
create index pending_work_due on pending_work (due_at);

create table outbox_counter (
  receiver text primary key,
  last_sequence bigint not null
);
create table outbox_message (
  message_id uuid primary key,
  receiver text not null,
  sequence bigint not null,
  school_id text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  delivered_at timestamptz,
  attempts integer not null default 0,
  last_problem text,
  unique (receiver, sequence)
);
comment on table outbox_message is 'Messages to other installs, written in the transaction of the change that causes them.';
create index outbox_message_open on outbox_message (receiver, sequence) where delivered_at is null;

create table inbox_message (
  sender text not null,
  message_id uuid not null,
  sequence bigint not null,
  kind text not null,
  body_digest text not null,
  received_at timestamptz not null,
  handled_at timestamptz,
  answer jsonb,
  primary key (sender, message_id)
);
comment on table inbox_message is 'Messages from other installs, once each: a repeated message gets the first answer again.';

revoke update, delete, truncate on audit_log from {{app_role}};
grant select, insert, update, delete on session, pending_work, outbox_counter, outbox_message, inbox_message to {{app_role}};
grant select, insert on audit_log to {{app_role}};
grant select on install to {{app_role}};
revoke insert, update, delete on install from {{app_role}};
