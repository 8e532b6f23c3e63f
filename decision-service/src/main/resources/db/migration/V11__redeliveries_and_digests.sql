-- Ranges of a webhook's deliveries that are to be sent again; a worker does so, some at a time.
create table webhook_redelivery (
    id uuid primary key,
    webhook_id uuid not null references webhook on delete cascade,
    -- Of the events' times: from inclusive, to exclusive.
    from_time timestamptz not null,
    to_time timestamptz not null,
    -- Only deliveries that stand there; null for all that are finished.
    status text,
    -- The last position there was when it was asked for, and the one that it has come to.
    up_to bigint not null,
    done_to bigint not null default 0,
    deliveries integer not null default 0,
    requested_at timestamptz not null,
    finished_at timestamptz
);
-- Who asks for the same once more, while it is not done yet, has asked for it once.
create unique index webhook_redelivery_open on webhook_redelivery (webhook_id, from_time, to_time, coalesce(status, ''))
    where finished_at is null;
create index webhook_redelivery_of on webhook_redelivery (webhook_id);

-- The digest of a rubric version once more, by those who take it over canonical JSON (RFC 8785). An instance from before V8
-- that runs beside this one leaves it as it is and writes its own form into fact_digest: where the two differ, or this one
-- is null, none is known until the record is read again.
alter table rubric add column canonical_digest bytea;

-- The time from which on events happened that a webhook is told of: its making, or the oldest event that waited to be
-- published then. Null is that of its making.
alter table webhook add column told_from timestamptz;
update webhook
set told_from = (select min(created_at) from outbox where topic = 'plumbline.decisions.v1')
where exists (select from outbox where topic = 'plumbline.decisions.v1' and outbox.created_at < webhook.created_at);
