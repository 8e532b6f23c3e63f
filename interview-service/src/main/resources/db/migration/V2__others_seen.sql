-- Who was shown what others said, before giving a judgement of their own: from then on that would be coloured by it.
create table others_seen (
    application_id uuid not null references application,
    person text not null,
    kind text not null check (kind in ('QUESTION', 'GATE')),
    -- The question whose ratings, or the gate whose attestations, were shown.
    subject text not null,
    primary key (application_id, person, kind, subject)
);

-- Kept when taken back, so that its revisions go on.
alter table attestation add column retracted boolean not null default false;
