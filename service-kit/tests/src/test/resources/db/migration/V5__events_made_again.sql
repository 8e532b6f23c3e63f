-- A topic of which not all events are kept is written again key by key.
alter table republication add column done_key text;
create index published_event_of_key on published_event (topic, record_key, id);
