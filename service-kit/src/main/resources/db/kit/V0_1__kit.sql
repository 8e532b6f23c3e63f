-- Events to be published, in the order of id; a row is removed once the broker has it.
create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    record_key bytea,
    headers text not null,
    payload bytea,
    created_at timestamptz not null default now()
);
-- Rows live for milliseconds: without frequent vacuuming the index fills with dead entries.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
    autovacuum_vacuum_cost_delay = 0);

-- Records that could not be used, as they came, with the reason.
create table dead_letter (
    id uuid primary key,
    topic text not null,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    record_key bytea,
    headers text not null,
    payload bytea,
    payload_sha256 bytea not null,
    reason text not null,
    received_at timestamptz not null default now(),
    -- With the digest, because offsets begin anew when a topic is created again.
    unique (topic, kafka_partition, kafka_offset, payload_sha256)
);

create table idempotency_key (
    caller text not null,
    operation text not null,
    key text not null,
    request_sha256 bytea not null,
    status integer not null,
    location text,
    etag text,
    body text not null,
    created_at timestamptz not null default now(),
    primary key (caller, operation, key)
);
create index idempotency_key_age on idempotency_key (created_at);
