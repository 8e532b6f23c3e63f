-- Contents of a rubric version that had to give way to another one, but may have decided before: with them, the
-- decisions made under them can still be made again.
create table rubric_replaced (
    job_id uuid not null,
    version integer not null,
    fact_digest bytea not null,
    content bytea not null,
    primary key (job_id, version, fact_digest)
);

-- The report on verdicts goes by person.
create index verdict_of_person on verdict (given_by collate "C", given_at);
