-- Schools, classes, pupils, who teaches whom.
create table school (
  school_id text primary key,
  name text not null,
  commune_code text not null,
  commune_name text not null,
  province_code text not null,
  province_name text not null,
  school_level text not null
);
alter table school enable row level security;
alter table school force row level security;
create policy school_school on school using (may_see_school(school_id)) with check (may_see_school(school_id));

create table staff (
  school_id text not null,
  staff_id text not null,
  full_name text not null,
  birth_date text,
  positions text[] not null,
  primary key (school_id, staff_id)
);
create table school_class (
  school_id text not null,
  school_year text not null,
  class_id text not null,
  name text not null,
  grade smallint not null,
  homeroom_staff_id text,
  primary key (school_id, school_year, class_id)
);
create table teaching_assignment (
  school_id text not null,
  school_year text not null,
  class_id text not null,
  subject text not null,
  staff_id text not null,
  primary key (school_id, school_year, class_id, subject)
);
create table student (
  school_id text not null,
  student_id text not null,
  record_id text not null unique,
  lookup_code text not null unique,
  full_name text not null,
  sort_key text collate "C" not null,
  profile jsonb not null,
  primary key (school_id, student_id)
);
comment on column student.profile is 'StudentProfile of @hocba/record.';
comment on column student.sort_key is 'Vietnamese order, given name first.';
create table enrolment (
  school_id text not null,
  school_year text not null,
  student_id text not null,
  class_id text not null,
  status text not null check (status in ('enrolled', 'transferredIn', 'transferredOut', 'droppedOut')),
  register jsonb not null default '{}',
  primary key (school_id, school_year, student_id)
);
comment on column enrolment.register is 'Register number, dates and kind of disability as the sector database gives them.';
create index enrolment_class on enrolment (school_id, school_year, class_id);
create table import_run (
  import_id uuid primary key,
  school_id text not null,
  file_name text not null,
  file_digest text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  account_id uuid not null,
  status text not null check (status in ('reading', 'refused', 'problems', 'applied', 'failed')),
  progress jsonb not null default '{}',
  report jsonb not null default '{}'
);
create index import_run_school on import_run (school_id, started_at);
comment on table import_run is 'One upload: its progress and report outlive the browser tab.';
do $$ declare t text; begin
  foreach t in array array['staff','school_class','teaching_assignment','student','enrolment','import_run'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (may_see_school(school_id)) with check (may_see_school(school_id))', t || '_school', t);
  end loop;
end $$;
