-- Dead letters that operators had taken once more: WAITING until their consumer has nothing against them, then REDRIVEN.
alter table dead_letter
    add column status text not null default 'WAITING',
    add column redrives integer not null default 0,
    add column redriven_at timestamptz,
    add column redriven_by text;
create index dead_letter_waiting on dead_letter (id) where status = 'WAITING';

-- Rebuilds: topics taken once more from their beginning, and what is kept compared with what follows from it.
create table rebuild (
    id uuid primary key,
    status text not null,
    started_at timestamptz not null default now(),
    started_by text not null,
    ended_at timestamptz,
    -- Who cancelled it.
    ended_by text,
    compared bigint not null default 0,
    last_compared uuid,
    -- The instance that does it, and until when the others leave it alone.
    claimed_by uuid,
    claimed_until timestamptz
);
-- One at a time.
create unique index rebuild_running on rebuild (status) where status = 'RUNNING';

-- The records that one reads: up to end_offset, which it does not read.
create table rebuild_partition (
    rebuild_id uuid not null,
    topic text not null,
    kafka_partition integer not null,
    next_offset bigint not null,
    end_offset bigint not null,
    primary key (rebuild_id, topic, kafka_partition)
);

-- What it found that was not as it should have been.
create table rebuild_difference (
    rebuild_id uuid not null,
    subject uuid not null,
    kind text not null,
    primary key (rebuild_id, subject, kind)
);
