-- Tests: the draft, and every published version as it was.
create table test (
    id text primary key,
    revision bigint not null check (revision >= 1),
    latest_version integer not null check (latest_version >= 0),
    definition text not null,
    changed_at timestamptz not null
);

create table test_version (
    test_id text not null references test,
    version integer not null check (version >= 1),
    definition text not null,
    published_at timestamptz not null,
    primary key (test_id, version)
);

-- What was heard of jobs and applications. An application's row exists from the first fact about it on, and is the
-- lock of everything that belongs to it.
create table job_version (
    job_id uuid not null,
    version integer not null,
    revision bigint not null,
    for_all_open boolean not null,
    test_id text,
    test_version integer,
    counted_sections text[] not null,
    primary key (job_id, version),
    check ((test_id is null) = (test_version is null))
);

create table application (
    id uuid primary key,
    revision bigint,
    job_id uuid,
    rubric_version integer,
    withdrawn boolean not null default false,
    erased boolean not null default false,
    check ((revision is null) = (job_id is null) and (revision is null) = (rubric_version is null))
);

create table session (
    id uuid primary key,
    application_id uuid not null references application,
    test_id text not null,
    test_version integer not null,
    time_factor numeric(4, 2) not null check (time_factor >= 1),
    state text not null check (state in ('INVITED', 'STARTED', 'SUBMITTED', 'EXPIRED', 'CANCELLED')),
    generation integer not null check (generation >= 1),
    invited_at timestamptz not null,
    started_at timestamptz,
    expires_at timestamptz not null,
    ended_at timestamptz,
    foreign key (test_id, test_version) references test_version,
    check ((ended_at is null) = (state in ('INVITED', 'STARTED')))
);
create index session_of_application on session (application_id);
-- One open session an application, whatever the instances do.
create unique index session_open on session (application_id) where state in ('INVITED', 'STARTED');
create index session_due on session (expires_at) where state in ('INVITED', 'STARTED');

create table answer (
    session_id uuid not null references session,
    item text not null,
    body text not null,
    answered_at timestamptz not null,
    primary key (session_id, item)
);

create table written_answer (
    id uuid primary key,
    application_id uuid not null references application,
    session_id uuid not null references session,
    section text not null,
    item text not null,
    raters_needed integer not null check (raters_needed >= 1),
    raters_given integer not null default 0,
    erased boolean not null default false,
    unique (session_id, item)
);
create index written_answer_of_application on written_answer (application_id);
create index written_answer_waiting on written_answer (id) where raters_given < raters_needed and not erased;

create table rating (
    written_answer_id uuid not null references written_answer,
    rater text not null,
    ratings text not null,
    rated_at timestamptz not null,
    primary key (written_answer_id, rater)
);
create index rating_of_rater on rating (rater, written_answer_id);

-- The current result of each section: figures as published.
create table section_result (
    application_id uuid not null references application,
    section text not null,
    revision bigint not null check (revision >= 1),
    earned numeric not null,
    possible numeric not null,
    pending numeric not null,
    questions_right integer,
    questions_total integer,
    questions_pending integer,
    session_id uuid references session,
    retracted boolean not null,
    recorded_at timestamptz not null,
    primary key (application_id, section),
    check (earned >= 0 and pending >= 0 and possible > 0 and earned + pending <= possible),
    check ((questions_right is null) = (questions_total is null)
        and (questions_right is null) = (questions_pending is null))
);
