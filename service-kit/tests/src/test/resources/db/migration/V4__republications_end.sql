-- A republication that cannot go on is left alone for a while, tells why, and can be ended before its time: finished_at
-- is set then, too.
alter table republication
    add column failure text,
    add column failures integer not null default 0,
    add column retry_at timestamptz,
    add column cancelled_by text;
