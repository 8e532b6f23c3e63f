-- The published rubric versions of the jobs; one row per identity, the highest revision wins.
create table rubric (
    job_id uuid not null,
    version integer not null,
    revision bigint not null,
    status text not null,
    title text not null,
    for_all_open boolean not null,
    content bytea not null,
    -- Canonical SHA-256 of the whole fact: settles two contents of one revision.
    fact_digest bytea not null,
    -- The event that brought this version, the trigger of the decisions that wait for it.
    event_id text not null,
    event_type text not null,
    primary key (job_id, version)
);

-- One row per application that any fact has named.
create table application (
    id uuid primary key,
    job_id uuid,
    external_id text,
    withdrawn boolean not null default false,
    -- All facts, merged, with their revisions: compact JSON in UTF-8.
    facts bytea not null,
    -- Facts that came after the latest decision and wait for their rubric.
    undecided bytea,
    waiting boolean not null default false,
    -- The current decision; number 0: none yet.
    number integer not null default 0,
    rubric_version integer,
    input_digest bytea,
    chain_digest bytea,
    recommendation text,
    band text,
    complete boolean,
    -- Sorts as the ranking does: low descending, then high descending, on the exact values.
    rank bytea,
    -- The last published decision: its chain digest, and a digest of what makes a change worth publishing.
    published_chain bytea,
    publication bytea,
    -- The latest verdict: null where none is, its revision and where it stands otherwise.
    verdict_revision bigint,
    verdict_state text,
    verdict_number integer,
    verdict_content bytea
);
-- Every decision rewrites its application's row. Room on the page and no index over what changes keep that update in
-- its page, without a new index entry; and a few kilobytes of facts stay in the row.
alter table application set (fillfactor = 60, toast_tuple_target = 8160,
    autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 1);
alter table application alter column facts set storage main;

create index application_of_job on application (job_id, id);
create index application_waiting on application (job_id, id) where waiting;

-- Every decision ever made, never changed. No foreign key: its check would cost as much as the insert.
create table decision (
    application_id uuid not null,
    number integer not null,
    decided_at timestamptz not null,
    trigger_id text not null,
    trigger_type text not null,
    rubric_version integer not null,
    withdrawn boolean not null,
    published boolean not null,
    input_digest bytea not null,
    content_digest bytea not null,
    chain_digest bytea not null,
    -- Section 7 of the decision semantics, canonical JSON in UTF-8.
    outcome bytea not null,
    -- The facts that came in since the previous decision: folded from number 1 on, they are the evidence.
    facts bytea not null,
    primary key (application_id, number)
);
alter table decision set (toast_tuple_target = 8160);
alter table decision alter column outcome set storage main;

-- Verdicts, each revision of them.
create table verdict (
    application_id uuid not null,
    revision bigint not null,
    verdict text not null,
    decision_number integer not null,
    content_digest bytea not null,
    override boolean not null,
    given_by text not null,
    given_at timestamptz not null,
    -- Free text about a person: here only, and gone when the application is erased.
    reason text,
    primary key (application_id, revision)
);

-- Verdicts whose evidence has changed, by the verdict's revision.
create table verdict_stale (
    application_id uuid not null,
    revision bigint not null,
    since_number integer not null,
    primary key (application_id, revision)
);

-- Applications whose person's data was erased: no free words about them are kept any more.
create table erased_application (
    application_id uuid primary key
);

-- Which decision, with its explanation, a person has been shown, and when first.
create table explanation_seen (
    application_id uuid not null,
    number integer not null,
    person text not null,
    seen_at timestamptz not null,
    primary key (application_id, number, person)
);

-- Rubric versions that still have to reach applications: all of the job's, or those that wait for their first one.
create table fan_out (
    id bigint generated always as identity primary key,
    job_id uuid not null,
    version integer not null,
    only_waiting boolean not null,
    -- The last application done; null before the first chunk.
    last_done uuid,
    decided bigint not null default 0,
    started_at timestamptz not null,
    finished_at timestamptz
);
create index fan_out_open on fan_out (id) where finished_at is null;
