-- A seal on a USB token signs the PDFs as a second list of its act: those signatures are kept beside the principal's.
alter table pdf_to_sign add column principal_signs boolean not null default true;
alter table pdf_to_sign alter column principal_signs drop default;
comment on column pdf_to_sign.principal_signs is 'Whether the principal signs this PDF before the seal does; else only the seal on a token waits for it.';
comment on table pdf_to_sign is 'The finished XML and the PDF made of it, SHA-256 hex of bytes in the file store: what the principal, or a seal on a token, signs; once a sheet.';

alter table pdf_signature add column slot text not null default 'principalPdf' check (slot in ('principalPdf', 'sealPdf'));
alter table pdf_signature alter column slot drop default;
alter table pdf_signature drop constraint pdf_signature_pkey;
alter table pdf_signature add primary key (year_sheet_id, slot);
comment on table pdf_signature is 'The principal''s signature of a PDF, or that of a seal on a token; the primary key is what keeps it from being doubled.';
create or replace function pdf_signature_is_final() returns trigger language plpgsql as $$
begin
  if new.value is distinct from old.value or new.prepared is distinct from old.prepared
     or new.slot is distinct from old.slot or new.year_sheet_id is distinct from old.year_sheet_id
     or (old.timestamp_token is not null and new.timestamp_token is distinct from old.timestamp_token) then
    raise exception 'a signature is never changed';
  end if;
  return new;
end $$;
