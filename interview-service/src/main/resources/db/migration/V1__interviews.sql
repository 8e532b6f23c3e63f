-- What other services tell of applications: nothing about the person.
create table application (
    id uuid primary key,
    -- The lifecycle's revision and state; null while only the erasure is known.
    revision bigint,
    job_id uuid,
    rubric_version integer,
    withdrawn boolean,
    erased boolean not null default false
);

create table job_version (
    job_id uuid not null,
    version integer not null,
    revision bigint not null,
    applies_to_all_open boolean not null,
    title text not null,
    scale_min numeric not null,
    scale_max numeric not null,
    -- A JSON array, as published; read and written whole.
    questions text not null,
    attestation_gates text[] not null,
    primary key (job_id, version)
);

create table interview (
    id uuid primary key,
    application_id uuid not null references application,
    status text not null check (status in ('SCHEDULED', 'CANCELLED')),
    starts_at timestamptz not null,
    duration_seconds integer not null check (duration_seconds > 0),
    zone text not null,
    panel text[] not null,
    questions text[] not null,
    version integer not null check (version >= 1),
    changed_at timestamptz not null
);
create index interview_application on interview (application_id, id);
create index interview_panel on interview using gin (panel);

create table form_submission (
    interview_id uuid not null references interview,
    rater text not null,
    submitted_at timestamptz not null,
    primary key (interview_id, rater)
);

-- As last published.
create table question_panel (
    application_id uuid not null references application,
    question text not null,
    raters text[] not null,
    revision integer not null check (revision >= 1),
    primary key (application_id, question)
);

create table rating (
    application_id uuid not null references application,
    question text not null,
    rater text not null,
    rating numeric,
    note text,
    -- 0: a draft that only its rater sees.
    revision integer not null check (revision >= 0),
    changed_at timestamptz not null,
    primary key (application_id, question, rater)
);

create table rating_correction (
    id uuid primary key,
    application_id uuid not null references application,
    question text not null,
    rater text not null,
    rating_before numeric,
    rating_after numeric,
    reason text,
    corrected_at timestamptz not null
);
create index rating_correction_application on rating_correction (application_id, id);

create table attestation (
    application_id uuid not null references application,
    gate text not null,
    rater text not null,
    met boolean not null,
    note text,
    revision integer not null check (revision >= 1),
    changed_at timestamptz not null,
    primary key (application_id, gate, rater)
);

create table red_flag (
    id uuid primary key,
    application_id uuid not null references application,
    category text not null,
    state text not null check (state in ('RAISED', 'CONFIRMED', 'DISMISSED')),
    raised_by text not null,
    note text,
    revision integer not null check (revision >= 1),
    raised_at timestamptz not null
);
create index red_flag_application on red_flag (application_id, id);

create table red_flag_ruling (
    id uuid primary key,
    red_flag_id uuid not null references red_flag,
    state text not null check (state in ('RAISED', 'CONFIRMED', 'DISMISSED')),
    ruled_by text not null,
    reason text,
    ruled_at timestamptz not null
);
create index red_flag_ruling_flag on red_flag_ruling (red_flag_id, id);
