-- A pupil's year as entered: what packages/rules judges and carry-over freezes.
create table pupil_year (
  school_id text not null,
  school_year text not null,
  student_id text not null,
  revision integer not null default 1,
  facts jsonb not null,
  imported jsonb,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (school_id, school_year, student_id)
);
comment on table pupil_year is 'Levels, scores, comments, absences of one pupil and year; revision guards against lost updates.';
comment on column pupil_year.facts is 'PupilYearFacts of features/entry.';
comment on column pupil_year.imported is 'Facts as the last import said them: the next one takes over only what its workbook changed, so corrections made here stay.';
create table class_release (
  school_id text not null,
  school_year text not null,
  class_id text not null,
  released_at timestamptz not null,
  released_by text not null,
  primary key (school_id, school_year, class_id)
);
comment on table class_release is 'Ban hành dữ liệu theo dõi: the vice-principal opened the class for carry-over; entry is closed from then, except for pupils who still wait.';
do $$ declare t text; begin
  foreach t in array array['pupil_year','class_release'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy %I on %I using (may_see_school(school_id)) with check (may_see_school(school_id))', t || '_school', t);
  end loop;
end $$;
