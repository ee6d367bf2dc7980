-- Locking: one run an act of an officer, resumable; the records themselves carry state and effective date.
create table lock_run (
  run_id uuid primary key,
  school_id text not null,
  school_year text not null,
  cohort text not null check (cohort in ('completed', 'notYetCompletedOrFaulty')),
  school_ids text[],
  grades smallint[] not null,
  effective_date date not null,
  source text not null,
  locked_by text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  locked integer not null default 0
);
comment on table lock_run is 'Chốt: which cohort and grades from which day, by what document. school_id is the registry itself; school_ids null means all schools.';
alter table lock_run enable row level security;
alter table lock_run force row level security;
create policy lock_run_school on lock_run using (may_see_school(school_id)) with check (may_see_school(school_id));
revoke delete on lock_run from {{app_role}};
