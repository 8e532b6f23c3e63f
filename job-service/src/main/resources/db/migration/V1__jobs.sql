-- Documents are kept as the text they came as, so that what is published later is what was checked.
create table job (
    id uuid primary key,
    status text not null check (status in ('DRAFT', 'OPEN', 'CLOSED')),
    revision bigint not null check (revision >= 1),
    template text,
    -- Also in the profile; a list reads no profile.
    title text not null,
    profile text not null check (profile is json object),
    plan text not null check (plan is json object),
    rubric text not null check (rubric is json object),
    published_version integer not null check (published_version >= 0),
    published_revision bigint not null check (published_revision between 0 and revision),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check ((status = 'DRAFT') = (published_version = 0))
);
create index job_by_status on job (status, id);

create table job_version (
    job_id uuid not null references job,
    version integer not null check (version >= 1),
    applies_to text not null check (applies_to in ('NEW_APPLICATIONS', 'ALL_OPEN_APPLICATIONS')),
    profile text not null check (profile is json object),
    plan text not null check (plan is json object),
    rubric text not null check (rubric is json object),
    published_at timestamptz not null,
    published_by text not null,
    primary key (job_id, version)
);

-- People are hired and rejected by these: not even a mistake in this service changes one.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % never change', tg_table_name;
end $$;
create trigger job_version_never_changes before update or delete on job_version
    for each row execute function refuse_change();

create table application (
    id uuid primary key,
    job_id uuid not null references job,
    external_id text not null,
    rubric_version integer not null,
    status text not null check (status in ('SUBMITTED', 'WITHDRAWN')),
    revision bigint not null check (revision >= 1),
    screening text not null check (screening is json array),
    submitted_at timestamptz not null,
    updated_at timestamptz not null,
    candidate_erased_at timestamptz,
    foreign key (job_id, rubric_version) references job_version,
    unique (job_id, external_id)
);
create index application_by_job on application (job_id, id);
create index application_by_external_id on application (external_id, id);
create index application_by_status on application (status, id);

-- The people. Nothing of this table is copied anywhere, so that to erase a row is to forget a person.
create table candidate (
    application_id uuid primary key references application,
    name text not null,
    email text not null
);

-- What plumbline.tests.v1 tells.
create table test_version (
    test_id text not null,
    version integer not null check (version >= 1),
    revision bigint not null check (revision >= 1),
    sections text not null check (sections is json array),
    primary key (test_id, version)
);
