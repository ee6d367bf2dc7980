-- Signing services of a school's own choice, and tokens on a school's PC: each person signs with what they have.
create table signing_service (
  school_id text not null,
  service_id text not null,
  kind text not null check (kind in ('cscV1', 'smartSigning')),
  name text not null,
  url text not null,
  account text not null,
  registered_at timestamptz not null,
  primary key (school_id, service_id)
);
comment on table signing_service is 'A remote signing service this school has a contract with, beside the one of the install’s settings.';
comment on column signing_service.account is 'Encrypted with the key of the settings: how the school proves itself to the service.';

alter table signing_credential add column service_id text;
comment on column signing_credential.service_id is 'The school’s own signing service; null: the one of the install’s settings, or no service.';
alter table signing_credential drop constraint signing_credential_kind_check;
alter table signing_credential add constraint signing_credential_kind_check check (kind in ('remote', 'pkcs12', 'token'));
alter table signing_session drop constraint signing_session_credential_kind_check;
alter table signing_session add constraint signing_session_credential_kind_check check (credential_kind in ('remote', 'pkcs12', 'token'));
alter table signing_session add column unused_signatures integer not null default 0;
comment on column signing_session.unused_signatures is 'Signatures the service sent that were kept for no document: doubles, and such that fit nothing.';

alter table signing_service enable row level security;
alter table signing_service force row level security;
create policy signing_service_school on signing_service using (may_see_school(school_id)) with check (may_see_school(school_id));
