-- What a published decision's event has besides what is in its row: with it the event can be made again, to the byte. Null
-- where the decision was not published, or stored by a version that did not know these columns.
alter table decision
    -- Its id in the outbox: its place among all events of its application.
    add column event_place bigint,
    add column event_id uuid,
    -- W3C Trace Context: 16 bytes of the trace, 8 of the span, 1 of flags.
    add column event_trace bytea,
    -- The event has the gates in the rubric's order, the outcome has them sorted: for each gate of the event a byte, its
    -- place in the outcome. Null where both are the same.
    add column event_gates bytea;

-- Of the topic not all events are kept: it is written again key by key, and done_to is a place among those of done_key.
alter table republication add column done_key text;
create index published_event_of_key on published_event (topic, record_key, id);
