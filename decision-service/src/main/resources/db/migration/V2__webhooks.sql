-- Who wants to be told of the decision events, and where. Secrets are derived from a key, never stored.
create table webhook (
    id uuid primary key,
    owner text not null,
    url text not null,
    -- Empty: all.
    event_types text[] not null,
    job_ids uuid[] not null,
    enabled boolean not null,
    disabled_reason text,
    -- The live secrets: a generation, and the fingerprint of the key that it is derived from.
    secret_generation integer not null,
    secret_key text not null,
    previous_generation integer,
    previous_key text,
    previous_until timestamptz,
    version bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index webhook_of_owner on webhook (owner, id);

-- One event for one webhook, whatever became of it.
create sequence webhook_position;
create table webhook_delivery (
    id uuid primary key,
    webhook_id uuid not null references webhook on delete cascade,
    event_id text not null,
    event_type text not null,
    event_time timestamptz not null,
    application_id uuid not null,
    -- The body, fixed: every attempt sends the same bytes.
    payload bytea not null,
    -- The place in the line of its application; a redelivery goes to the end.
    position bigint not null default nextval('webhook_position'),
    status text not null,
    -- Null where it is finished, or waits for an earlier one of its application. While it is attempted: when that
    -- attempt counts as lost, and somebody else takes it.
    next_attempt_at timestamptz,
    -- Who attempts it.
    claim uuid,
    attempts integer not null default 0,
    -- Attempts made before the last redelivery: they do not count against the schedule.
    attempts_before integer not null default 0,
    reason text,
    finished_at timestamptz,
    unique (webhook_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (webhook_id, next_attempt_at) where next_attempt_at is not null;
create index webhook_delivery_line on webhook_delivery (webhook_id, application_id, position) where status = 'PENDING';
create index webhook_delivery_log on webhook_delivery (webhook_id, event_time, id);
alter table webhook_delivery set (autovacuum_vacuum_scale_factor = 0.05);

create table webhook_attempt (
    delivery_id uuid not null references webhook_delivery on delete cascade,
    number integer not null,
    started_at timestamptz not null,
    -- Null while it is on its way, and for ever where the instance died.
    duration_ms integer,
    outcome text,
    primary key (delivery_id, number)
);
