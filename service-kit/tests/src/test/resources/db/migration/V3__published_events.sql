-- What was published, as it was: so that a topic that was lost can be written again with the same ids and bytes. The
-- topics are kept for ever, and so is this. Filled by the outbox's relay, in the order of the outbox's ids.
create table published_event (
    id bigint not null,
    topic text not null,
    record_key bytea,
    headers text not null,
    payload bytea,
    written_at timestamptz not null,
    primary key (topic, id)
);

-- Topics to be written again; the relay does so.
create table republication (
    id uuid primary key,
    topic text not null,
    -- The last event that is to be written, once it has begun; those after it were published on the new topic.
    up_to bigint,
    done_to bigint not null default 0,
    published bigint not null default 0,
    requested_at timestamptz not null default now(),
    finished_at timestamptz
);
create unique index republication_open on republication (topic) where finished_at is null;
