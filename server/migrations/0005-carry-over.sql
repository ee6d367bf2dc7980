-- Year sheets: frozen at carry-over, never edited afterwards; a correction is a new version.
create table year_sheet (
  year_sheet_id uuid primary key,
  school_id text not null,
  school_year text not null,
  class_id text not null,
  student_id text not null,
  record_id text not null,
  lookup_code text not null,
  version integer not null,
  content jsonb not null,
  content_digest text not null,
  state text not null check (state in (
    'carriedOver', 'signedBySubjectTeachers', 'signedByHomeroomTeacher', 'signedByPrincipal', 'issued', 'submitted', 'received',
    'rejected', 'locked', 'recallRequested', 'recalled', 'withdrawn')),
  cohort text not null check (cohort in ('completed', 'notYetCompletedOrFaulty')),
  carried_over_at timestamptz not null,
  carried_over_by text not null,
  effective_date date,
  unique (school_id, school_year, student_id, version)
);
comment on column year_sheet.content is 'YearSheet of @hocba/record, exactly what content_digest and every signature cover.';
comment on column year_sheet.content_digest is 'SHA-256, hex, of contentDigestInput(content).';
create unique index year_sheet_one_in_force on year_sheet (school_id, school_year, student_id)
  where state not in ('withdrawn', 'recalled');
create index year_sheet_class on year_sheet (school_id, school_year, class_id);
create index year_sheet_record on year_sheet (record_id, version);
create function year_sheet_content_is_frozen() returns trigger language plpgsql as $$
begin
  if new.content is distinct from old.content or new.content_digest is distinct from old.content_digest
     or new.version is distinct from old.version or new.record_id is distinct from old.record_id then
    raise exception 'a year sheet is frozen: write a new version';
  end if;
  return new;
end $$;
create trigger year_sheet_frozen before update on year_sheet for each row execute function year_sheet_content_is_frozen();
alter table year_sheet enable row level security;
alter table year_sheet force row level security;
create policy year_sheet_school on year_sheet using (may_see_school(school_id)) with check (may_see_school(school_id));

create table class_summary (
  school_id text not null,
  school_year text not null,
  class_id text not null,
  version integer not null,
  content jsonb not null,
  created_at timestamptz not null,
  primary key (school_id, school_year, class_id, version)
);
comment on table class_summary is 'Bảng tổng hợp kết quả đánh giá giáo dục, reconciled with every year sheet cell by cell.';
alter table class_summary enable row level security;
alter table class_summary force row level security;
create policy class_summary_school on class_summary using (may_see_school(school_id)) with check (may_see_school(school_id));
