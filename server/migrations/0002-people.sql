-- Accounts and the positions people hold.
create table account (
  account_id uuid primary key,
  school_id text not null,
  full_name text not null,
  staff_id text,
  positions text[] not null,
  proposed_positions text[] not null default '{}',
  commune_code text,
  active boolean not null default true,
  created_at timestamptz not null
);
comment on table account is 'Who may sign in. school_id is the organisation id for officers of a registry.';
comment on column account.proposed_positions is 'Positions the last import names beyond teaching: they count once the administrator has confirmed them.';
create index account_staff on account (school_id, staff_id);
alter table account enable row level security;
alter table account force row level security;
create policy account_school on account using (may_see_school(school_id)) with check (may_see_school(school_id));

create table login (
  username text primary key,
  account_id uuid not null unique,
  school_id text not null,
  password_hash text not null,
  failed_attempts integer not null default 0,
  locked_until timestamptz
);
comment on table login is 'Read before the school is known, hence without a tenant policy; holds no personal data beyond the user name.';
